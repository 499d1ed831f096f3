package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses YAML into located values. Only nodes are composed; no object is ever constructed from a tag. */
public final class YamlLoader {
    private static final LoaderOptions OPTIONS = options();
    private static final Resolver NO_TAGS = new NoTags();

    private final String text;
    private final CodePointOffsets offsets;
    /** Nodes that aliases may repeat: each is turned into a value once, so that a bomb of aliases stays small. */
    private final Map<String, Anchored> anchors = new HashMap<>();

    private List<Diagnostic> diagnostics = new ArrayList<>();

    private YamlLoader(String text) {
        this.text = text;
        this.offsets = CodePointOffsets.of(text);
    }

    /** The documents of a text, or why it is not YAML. */
    public static Loaded load(String text) {
        return new YamlLoader(text).load();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Decoder.SIZE_LIMIT);
        options.setNestingDepthLimit(100);
        // The limit guards those who expand aliases; here each anchor is read once.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return options;
    }

    private Loaded load() {
        List<Loaded.Root> roots = new ArrayList<>();
        try {
            Composer composer = new Composer(new ParserImpl(new StreamReader(text), OPTIONS), NO_TAGS, OPTIONS);
            while (composer.checkNode()) {
                anchors.clear();
                diagnostics = new ArrayList<>();
                Datum value = datum(composer.getNode());
                roots.add(new Loaded.Root(value, diagnostics));
            }
        } catch (MarkedYAMLException exception) {
            return broken(problem(exception), offset(exception));
        } catch (ReaderException exception) {
            String message = "the character U+%04X is not allowed in YAML".formatted(exception.getCodePoint());
            return broken(message, firstUnprintable(exception.getCodePoint()));
        } catch (YAMLException exception) {
            return broken(String.valueOf(exception.getMessage()), 0);
        } catch (IllegalArgumentException exception) {
            // Escapes in tags and strings that stand for no character escape from the library unwrapped.
            return broken("an escape stands for no character", 0);
        }
        return new Loaded.Roots(roots);
    }

    private Loaded broken(String problem, int offset) {
        int start = Math.min(offset, text.length());
        Span span = new Span(start, Math.min(start + 1, text.length()));
        return new Loaded.Broken(Diagnostic.of(DiagnosticCode.KD010, problem, span));
    }

    private static String problem(MarkedYAMLException exception) {
        String problem = String.valueOf(exception.getProblem());
        String context = exception.getContext();
        return context == null ? problem : context + ": " + problem;
    }

    private int offset(MarkedYAMLException exception) {
        Mark mark = exception.getProblemMark() != null ? exception.getProblemMark() : exception.getContextMark();
        return mark == null ? 0 : offsets.toUnits(mark.getIndex());
    }

    /** The library reads ahead in blocks and tells the place within a block only. */
    private int firstUnprintable(int codePoint) {
        return Math.max(0, text.indexOf(codePoint));
    }

    private Datum datum(Node node) {
        String anchor = node.getAnchor();
        if (anchor == null) {
            return convert(node);
        }
        Anchored known = anchors.get(anchor);
        if (known != null && known.node == node) {
            return known.value;
        }
        // A mapping that contains itself meets this entry on the way and reads as null there.
        anchors.put(anchor, new Anchored(node, new Datum.Scalar("", ScalarForm.NULL, span(node))));
        Datum value = convert(node);
        anchors.put(anchor, new Anchored(node, value));
        return value;
    }

    private Datum convert(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> sequence(sequence);
            default -> new Datum.Scalar("", ScalarForm.NULL, span(node));
        };
    }

    private Datum.Scalar scalar(ScalarNode node) {
        return new Datum.Scalar(node.getValue(), form(node), span(node));
    }

    private static ScalarForm form(ScalarNode node) {
        return switch (node.getScalarStyle()) {
            case LITERAL -> ScalarForm.LITERAL;
            case FOLDED -> ScalarForm.FOLDED;
            case SINGLE_QUOTED -> ScalarForm.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarForm.DOUBLE_QUOTED;
            case PLAIN -> isNull(node.getValue()) ? ScalarForm.NULL : ScalarForm.PLAIN;
        };
    }

    private static boolean isNull(String value) {
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    private Datum.Mapping mapping(MappingNode node) {
        List<Datum.Entry> entries = new ArrayList<>(node.getValue().size());
        for (NodeTuple tuple : node.getValue()) {
            Datum value = datum(tuple.getValueNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.add(new Datum.Entry(scalar(key), value));
            }
        }
        DuplicateKeys.report(entries, diagnostics);
        return new Datum.Mapping(entries, span(node));
    }

    private Datum.Sequence sequence(SequenceNode node) {
        List<Datum> items = new ArrayList<>(node.getValue().size());
        for (Node item : node.getValue()) {
            items.add(datum(item));
        }
        return new Datum.Sequence(items, span(node));
    }

    private Span span(Node node) {
        int start = offsets.toUnits(node.getStartMark().getIndex());
        return new Span(start, Math.max(start, offsets.toUnits(node.getEndMark().getIndex())));
    }

    private record Anchored(Node node, Datum value) {}

    /** Keeps the library from matching every plain scalar against the patterns of numbers and dates. */
    private static final class NoTags extends Resolver {
        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return switch (kind) {
                case mapping -> Tag.MAP;
                case sequence -> Tag.SEQ;
                case scalar, anchor -> Tag.STR;
            };
        }
    }
}

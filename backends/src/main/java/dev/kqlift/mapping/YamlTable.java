package dev.kqlift.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One YAML mapping whose every entry knows its line. Only mappings, lists and scalars; a key that occurs twice is an error. */
public final class YamlTable {
    private final String file;
    private final int line;
    private final Map<String, Node> entries;
    private final Map<String, Integer> lines;

    private YamlTable(String file, MappingNode node) {
        this.file = file;
        this.line = node.getStartMark().getLine() + 1;
        this.entries = new LinkedHashMap<>();
        this.lines = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new MappingException(file, keyLine, "a key is plain text");
            }
            if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new MappingException(file, keyLine, "`" + key.getValue() + "` occurs twice");
            }
            lines.put(key.getValue(), keyLine);
        }
    }

    /** Reads a file whose top is a mapping. */
    public static YamlTable parse(String file, String text) {
        Node node;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            node = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int problem = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new MappingException(file, problem, e.getProblem());
        }
        if (!(node instanceof MappingNode mapping)) {
            throw new MappingException(file, 1, "the file is not a mapping");
        }
        return new YamlTable(file, mapping);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Refuses every key that is not among these. */
    public void allow(Set<String> keys) {
        for (String key : entries.keySet()) {
            if (!keys.contains(key)) {
                throw new MappingException(file, lineOf(key), "`" + key + "` is no key here");
            }
        }
    }

    /** The text of a key. */
    public Optional<String> text(String key) {
        Node node = entries.get(key);
        return node == null ? Optional.empty() : Optional.of(scalar(key, node));
    }

    /** The text of a key that must be there. */
    public String required(String key) {
        return text(key).orElseThrow(() -> new MappingException(file, line, "`" + key + "` is missing"));
    }

    /** The texts of a list; empty where the key is missing. */
    public List<String> texts(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw new MappingException(file, lineOf(key), "`" + key + "` is a list");
        }
        List<String> result = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            result.add(scalar(key, item));
        }
        return result;
    }

    /** The mapping of a key, or the mappings of its list. */
    public List<YamlTable> tables(String key) {
        Node node = entries.get(key);
        if (node instanceof MappingNode mapping) {
            return List.of(new YamlTable(file, mapping));
        }
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw new MappingException(file, lineOf(key), "`" + key + "` is a mapping or a list of mappings");
        }
        List<YamlTable> result = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof MappingNode mapping)) {
                throw new MappingException(
                        file, item.getStartMark().getLine() + 1, "`" + key + "` is a list of mappings");
            }
            result.add(new YamlTable(file, mapping));
        }
        return result;
    }

    public boolean contains(String key) {
        return entries.containsKey(key);
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new MappingException(file, node.getStartMark().getLine() + 1, "`" + key + "` is plain text");
        }
        return scalar.getValue();
    }
}

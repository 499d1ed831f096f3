package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one way from a decoded file to its rules, whatever format they have. */
public final class RuleFiles {
    /** The path that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** The extensions of files that may hold rules, without the dot, in lower case. */
    public static final List<String> EXTENSIONS = List.of("yaml", "yml", "json", "md", "kql", "kusto", "csl");

    /** How the name of a file ends that holds the notes of the rule file beside it. */
    public static final String NOTES_ENDING = ".notes.md";

    /** How the names of files end that hold tests of the rule file beside them. */
    public static final List<String> TEST_ENDINGS = List.of(".test.yaml", ".test.yml");

    private RuleFiles() {}

    /** True when files of this path's name may hold rules; others need not be read. */
    public static boolean isRulePath(String path) {
        return path.equals(STANDARD_INPUT)
                || EXTENSIONS.contains(extension(path)) && !isNotesPath(path) && !isTestPath(path);
    }

    private static boolean isNotesPath(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(NOTES_ENDING);
    }

    /** True for the path of a file that tests a rule. */
    public static boolean isTestPath(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return TEST_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The paths that the file of the rule may have which a test file belongs to, by its own path alone. */
    public static List<String> testedPaths(String testPath) {
        String lower = testPath.toLowerCase(Locale.ROOT);
        String ending =
                TEST_ENDINGS.stream().filter(lower::endsWith).findFirst().orElse("");
        String name = testPath.substring(0, testPath.length() - ending.length());
        return EXTENSIONS.stream().map(extension -> name + "." + extension).toList();
    }

    /** The paths that the test file of a rule file may have. */
    public static List<String> testPaths(String rulePath) {
        String extension = extension(rulePath);
        int cut = extension.isEmpty() ? 0 : extension.length() + 1;
        String name = rulePath.substring(0, rulePath.length() - cut);
        return TEST_ENDINGS.stream().map(ending -> name + ending).toList();
    }

    /** The path of the notes that belong to a rule file. */
    public static String notesPath(String rulePath) {
        String extension = extension(rulePath);
        int cut = extension.isEmpty() ? 0 : extension.length() + 1;
        return rulePath.substring(0, rulePath.length() - cut) + NOTES_ENDING;
    }

    /** The outcome for a path that is no {@linkplain #isRulePath rule path}, which is known without reading it. */
    public static ReadOutcome.PassedOver passOver(String path) {
        if (isNotesPath(path)) {
            return NotARule.because("it holds notes on a rule");
        }
        if (isTestPath(path)) {
            return NotARule.because("it holds tests of a rule");
        }
        String extension = extension(path);
        return NotARule.because(
                extension.isEmpty()
                        ? "it has no extension of a rule format"
                        : "no rule format has the extension `." + extension + "`");
    }

    /** Reads the rules of a file: by its extension, or for standard input by what the text looks like. */
    public static ReadOutcome read(SourceFile file) {
        String extension = file.path().equals(STANDARD_INPUT)
                ? Sniffer.extension(file.text().text())
                : extension(file.path());
        return switch (extension) {
            case "yaml", "yml" -> complete(file, new YamlRuleReader());
            case "json" -> complete(file, new JsonRuleReader());
            case "md" -> complete(file, new MarkdownRuleReader());
            case "kql", "kusto", "csl" -> complete(file, new QueryFileReader());
            default -> passOver(file.path());
        };
    }

    /** Adds what decoding had to say to the first rule, and to each rule what its characters are worth saying. */
    private static ReadOutcome complete(SourceFile file, RuleReader reader) {
        ReadOutcome outcome = reader.read(file);
        if (!(outcome instanceof ReadOutcome.Rules(List<RuleDocument> documents))) {
            return outcome;
        }
        List<RuleDocument> completed = new ArrayList<>(documents.size());
        List<Diagnostic> decoding = file.diagnostics();
        for (RuleDocument document : documents) {
            List<Diagnostic> diagnostics = new ArrayList<>(decoding);
            diagnostics.addAll(document.diagnostics());
            document.query().flatMap(InvisibleCharacters::report).ifPresent(diagnostics::add);
            completed.add(
                    diagnostics.size() == document.diagnostics().size()
                            ? document
                            : new RuleDocument(
                                    file,
                                    document.kind(),
                                    document.metadata(),
                                    document.fields(),
                                    document.query(),
                                    diagnostics));
            decoding = List.of();
        }
        return new ReadOutcome.Rules(completed);
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        boolean inName = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return inName ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}

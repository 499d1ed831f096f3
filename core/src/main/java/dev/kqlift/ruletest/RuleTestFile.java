package dev.kqlift.ruletest;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * What the text of a test file says.
 *
 * @param rule the path of the rule's file from the folder of the test file; empty where the name tells it
 * @param id which of the file's rules is tested; empty where it holds one
 * @param cases in the order of the file
 * @param diagnostics what is wrong with the file, in its order
 */
public record RuleTestFile(
        Optional<Located<String>> rule,
        Optional<Located<String>> id,
        List<TestCase> cases,
        List<Diagnostic> diagnostics) {
    public RuleTestFile {
        cases = List.copyOf(cases);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads the decoded text of a file. */
    public static RuleTestFile parse(String yaml) {
        return new RuleTestReader(yaml).read();
    }

    /** The first error: a test that is not understood in full proves nothing. */
    public Optional<Diagnostic> error() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
    }
}

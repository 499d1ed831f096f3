package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comments take back, where they count, and what is no comment. */
final class SuppressionsTest {
    private static final String JOIN =
            "| join (AuditLogs | extend UserPrincipalName = Identity) on UserPrincipalName\n";

    /** The codes that are left, by line: {@code 3 KL612}. */
    private static List<String> left(String name, String text) {
        List<String> left = new ArrayList<>();
        for (LintOutcome outcome : LintedText.all(name, text)) {
            for (Finding finding : outcome.findings()) {
                int line = LintedText.decode(name, text)
                        .text()
                        .position(finding.span().start())
                        .line();
                left.add(line + " " + finding.check().code());
            }
        }
        return left;
    }

    private static List<String> left(String query) {
        return left("rule.kql", query);
    }

    @Test
    void withoutACommentTheFindingStands() {
        assertThat(left("SigninLogs\n" + JOIN)).containsExactly("2 KL612");
    }

    @Test
    void aCommentOfItsOwnCountsForTheNextLineThatHoldsSomething() {
        assertThat(left("SigninLogs\n// kqlift: off KL612 because one row a user is enough\n" + JOIN))
                .isEmpty();
        assertThat(left("SigninLogs\n// kqlift: off KL612 because one row a user is enough\n\n// more\n" + JOIN))
                .isEmpty();
        assertThat(left("SigninLogs\n// kqlift: off KL612 because one row a user is enough\n| take 5\n" + JOIN))
                .containsExactly("2 KL003", "4 KL612");
    }

    @Test
    void aCommentBehindSomethingCountsForItsLine() {
        assertThat(left("SigninLogs\n" + JOIN.strip() + " // kqlift: off KL612 because one row is enough\n"))
                .isEmpty();
        assertThat(left("SigninLogs // kqlift: off KL612 because one row is enough\n" + JOIN))
                .containsExactly("1 KL003", "2 KL612");
    }

    @Test
    void offFileCountsEverywhere() {
        assertThat(left("// kqlift: off-file KL612 because one row is enough\nSigninLogs\n" + JOIN + JOIN))
                .isEmpty();
        assertThat(left("SigninLogs\n" + JOIN + JOIN + "// kqlift: off-file KL612 because one row is enough"))
                .isEmpty();
    }

    @Test
    void severalCodesStandBetweenCommas() {
        String query = "SigninLogs\n// kqlift: off KL605 , KL612 because it is so\n"
                + "| join (AuditLogs | where isnull(Identity)) on $left.Identity == $right.Identity\n";
        assertThat(left(query)).isEmpty();
        assertThat(left(query.replace("isnull", "isempty"))).containsExactly("2 KL003");
    }

    @Test
    void textInAStringIsNoComment() {
        assertThat(left("SigninLogs\n| extend Note = \"// kqlift: off KL612 because of nothing\"\n" + JOIN))
                .containsExactly("3 KL612");
        assertThat(left("SigninLogs | extend N = \"// kqlift: off-file KL612 because x\", M = @'// kqlift: off'\n"
                        + JOIN))
                .containsExactly("2 KL612");
        assertThat(left("SigninLogs | extend N = \"a\" // kqlift: off-file KL612 because it is a comment\n" + JOIN))
                .isEmpty();
    }

    @Test
    void textInAYamlScalarIsNoComment() {
        String yaml = """
                id: 0a4b4c62-5a8e-4e60-9b0c-6f2b3f6e2a11
                name: "a # kqlift: off-file KL612 because it is text"
                kind: NRT
                description: |
                  # kqlift: off-file KL612 because it is text
                query: |
                  SigninLogs
                """ + JOIN.indent(2);
        assertThat(left("rule.yaml", yaml)).contains("8 KL612").doesNotContain("2 KL003", "5 KL003");
        assertThat(left("rule.yaml", yaml.replace("kind: NRT", "kind: NRT # kqlift: off-file KL612 because it is one")))
                .doesNotContain("8 KL612");
        assertThat(left("rule.yaml", "# kqlift: off-file KL612 because it is one\n" + yaml))
                .doesNotContain("9 KL612");
    }

    @Test
    void aCommentInABlockScalarBelongsToTheQuery() {
        String yaml = """
                id: 0a4b4c62-5a8e-4e60-9b0c-6f2b3f6e2a11
                name: a
                kind: NRT
                query: |
                  SigninLogs
                  // kqlift: off KL612 because one row is enough
                """ + JOIN.indent(2);
        assertThat(left("rule.yaml", yaml)).doesNotContain("7 KL612", "6 KL003");
    }

    @Test
    void eachRuleOfAFileIsSettledBeforeACommentIsUnused() {
        String page = "```kql\nSigninLogs\n" + JOIN + "```\n\n```kql\n"
                + "// kqlift: off-file KL612 because one row is enough\nSigninLogs\n```\n";
        assertThat(left("page.md", page)).isEmpty();
    }

    @Test
    void aCheckThatWasNotMadeLeavesItsCommentAlone() {
        assertThat(left("SigninLogs\n// kqlift: off KL612 because one row is enough\n| join (\n"))
                .isNotEmpty()
                .noneMatch(finding -> finding.endsWith("KL003"));
        // Rules are compared only where there are several.
        assertThat(left("// kqlift: off-file KL801 because there are two forms of it\nSigninLogs\n"))
                .isEmpty();
    }

    @Test
    void aSuppressedFindingIsCountedAndItsCheckNeitherPassesNorFails() {
        LintOutcome outcome = LintedText.all("rule.kql", "SigninLogs\n// kqlift: off KL612 because it is so\n" + JOIN)
                .getFirst();
        assertThat(outcome.suppressed()).isOne();
        assertThat(outcome.passedChecks()).noneMatch(check -> check.code().equals("KL612"));
        assertThat(outcome.failedChecks()).noneMatch(check -> check.code().equals("KL612"));
    }

    @Test
    void whatTheStepsBeforeSayCanBeTakenBackToo() {
        assertThat(left("OwnFeed_CL | take 5")).containsExactly("1 KB002");
        assertThat(left("OwnFeed_CL | take 5 // kqlift: off KB002 because the table is ours"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// kqlift: off KL612",
                "// kqlift: off KL612 because",
                "// kqlift: off KL612 becausehelp",
                "// kqlift: off KL612, KL605"
            })
    void withoutAReasonNothingIsTakenBack(String comment) {
        assertThat(left("SigninLogs\n" + comment + "\n" + JOIN)).containsExactly("2 KL001", "3 KL612");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// kqlift:off KL612 because: it is so", "//kqlift: off KL612,KL605 because it is so"})
    void blanksAndColonsAreFree(String comment) {
        assertThat(left("SigninLogs\n" + comment + "\n" + JOIN)).doesNotContain("3 KL612", "2 KL001", "2 KL004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// about kqlift: off KL612 because x", "// kqlift reads this", "// off KL612 because x"})
    void otherCommentsAreLeftAlone(String comment) {
        assertThat(left("SigninLogs\n" + comment + "\n" + JOIN)).containsExactly("3 KL612");
    }

    @Test
    void aNameInsteadOfACodeIsAnsweredWithTheCode() {
        assertThat(LintedText.all("rule.kql", "SigninLogs // kqlift: off join-without-kind because it is so\n")
                        .getFirst()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("the check of that name is `KL612`"));
    }

    @Test
    void aCommentInOneLineOfJsonCountsForTheLineOfTheQuery() {
        String json = """
                {"displayName": "a", "queryCondition": {"queryText":
                "SigninLogs\\n// kqlift: off KL612 because one row is enough\\n| join (AuditLogs | extend UserPrincipalName = Identity) on UserPrincipalName\\n| join (AuditLogs | extend UserPrincipalName = Identity) on UserPrincipalName"},
                "schedule": {"period": "1H"}}
                """;
        assertThat(LintedText.all("rule.json", json).getFirst().findings().stream()
                        .filter(finding -> finding.check().code().equals("KL612")))
                .hasSize(1);
    }
}

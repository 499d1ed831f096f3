package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The checks of comments that speak to kqlift. They are no {@link LintRule}s: what they say of a comment is known only after
 * all other checks of the file.
 */
final class SuppressionChecks {
    private static final CheckInfo WITHOUT_REASON = info("KL001", "suppression-without-reason");
    private static final CheckInfo UNKNOWN_CODE = info("KL002", "suppression-of-unknown-code");
    private static final CheckInfo UNUSED = info("KL003", "unused-suppression");
    private static final CheckInfo NOT_UNDERSTOOD = info("KL004", "suppression-not-understood");

    /** All of them, by code. */
    static final List<CheckInfo> ALL = List.of(WITHOUT_REASON, UNKNOWN_CODE, UNUSED, NOT_UNDERSTOOD);

    private SuppressionChecks() {}

    private static CheckInfo info(String code, String name) {
        return new CheckInfo(code, name, LintCategory.LINT, Severity.WARNING, true, List.of());
    }

    static Finding withoutReason(SuppressionComment comment) {
        return finding(
                WITHOUT_REASON,
                comment.span(),
                "the comment gives no reason and has no effect",
                Optional.of("say why: `because` and a reason behind the codes"));
    }

    static Finding unknownCode(Located<String> code, String hint) {
        return finding(UNKNOWN_CODE, code.span(), "there is no check `" + code.value() + "`" + hint, Optional.empty());
    }

    static Finding ofSuppressions(Located<String> code) {
        return finding(
                UNKNOWN_CODE,
                code.span(),
                "`" + code.value() + "` is about comments like this one and cannot be taken back by one",
                Optional.of("put it under `ignore` in kqlift.yaml"));
    }

    static Finding notUnderstood(SuppressionComment comment) {
        return finding(
                NOT_UNDERSTOOD,
                comment.span(),
                "the comment speaks to kqlift and is not understood",
                Optional.of("write `kqlift: off KL612 because …` or `kqlift: off-file KL612 because …`"));
    }

    /**
     * A code that takes nothing back.
     *
     * @param all whether none of the comment's codes does, so that the comment can go
     */
    static Finding unused(SuppressionComment comment, Located<String> code, boolean all) {
        Finding finding = finding(
                UNUSED,
                code.span(),
                "`" + code.value() + "` is found nowhere in what the comment is about",
                Optional.of(all ? "remove the comment" : "remove the code from the comment"));
        Optional<Fix> fix = comment.removal()
                .filter(span -> all)
                .map(span -> new Fix(Applicability.SAFE, "remove the comment", List.of(new TextEdit(span, ""))));
        return new Finding(
                finding.check(),
                finding.severity(),
                finding.message(),
                finding.span(),
                finding.help(),
                finding.labels(),
                fix);
    }

    private static Finding finding(CheckInfo check, Span span, String message, Optional<String> help) {
        return new Finding(check, check.severity(), message, span, help, List.of(), Optional.empty());
    }
}

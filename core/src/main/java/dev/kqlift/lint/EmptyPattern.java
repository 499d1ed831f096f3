package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;

/** A text search for nothing. */
@RuleInfo(code = "KL643", name = "empty-pattern", category = LintCategory.MEANING, severity = Severity.WARNING)
final class EmptyPattern implements LintRule, OnStringMatch {
    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        boolean everywhere = switch (match.kind()) {
            case SUBSTRING, PREFIX, SUFFIX, REGEX -> true;
            case TERM, TERM_PREFIX, TERM_SUFFIX, LIKE -> false;
        };
        for (Scalar pattern : match.patterns()) {
            if (everywhere
                    && ScalarParts.text(pattern).filter(String::isEmpty).isPresent()
                    && ScalarParts.isWritten(pattern, context)) {
                context.report(
                                match.origin(),
                                "every text holds the empty text, so that this is always "
                                        + (match.negated() ? "false" : "true"))
                        .help("write what is looked for; to test for emptiness use `isempty()`");
            }
        }
    }
}

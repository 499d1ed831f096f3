package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.Optional;

/** A regular expression that is a plain text. */
@RuleInfo(code = "KL609", name = "plain-regex", category = LintCategory.MEANING, severity = Severity.NOTE)
final class PlainRegex implements LintRule, OnStringMatch {
    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        for (RegexPatterns.Pattern pattern : RegexPatterns.of(match)) {
            Optional<String> instead = operator(pattern.text());
            boolean same = instead.isPresent() && isPlain(pattern.text());
            instead.ifPresent(operator -> context.report(
                            pattern.origin(), "the pattern is a plain text, which needs no regular expression")
                    .help("use `" + operator + "` with the text alone")
                    .fix(
                            Applicability.SAFE,
                            "replace `matches regex` by `" + operator + "`",
                            same
                                    ? OperatorPlace.replace(
                                            match.text(),
                                            match.patterns().getFirst(),
                                            "matches regex",
                                            operator,
                                            context)
                                    : Optional.empty()));
        }
    }

    /** The operator that does the same with the text inside the anchors. */
    private static Optional<String> operator(String pattern) {
        boolean anyCase = pattern.startsWith("(?i)");
        String text = anyCase ? pattern.substring(4) : pattern;
        boolean start = text.startsWith("^");
        boolean end = text.endsWith("$") && !text.endsWith("\\$");
        String inner = text.substring(start ? 1 : 0, Math.max(start ? 1 : 0, text.length() - (end ? 1 : 0)));
        String bare = start || end ? inner : inner.replaceAll("^\\.\\*|(?<!\\\\)\\.\\*$", "");
        if (bare.isEmpty() || !isPlain(bare)) {
            return Optional.empty();
        }
        String suffix = anyCase ? "" : "_cs";
        if (start && end) {
            return Optional.of(anyCase ? "=~" : "==");
        }
        return Optional.of((start ? "startswith" : end ? "endswith" : "contains") + suffix);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }
}

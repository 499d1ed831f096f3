package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code .*} at the start or the end of a pattern that need not match the whole text. */
@RuleInfo(code = "KL715", name = "regex-with-loose-ends", category = LintCategory.COST, severity = Severity.NOTE)
final class RegexWithLooseEnds implements LintRule, OnStringMatch {
    private static final Pattern LITERAL = Pattern.compile("[hH]?@?[\"'](?s:.*)[\"']");

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        for (RegexPatterns.Pattern pattern : RegexPatterns.of(match)) {
            String text = pattern.text();
            boolean start = text.startsWith(".*") && !text.startsWith(".*?") && text.length() > 2;
            boolean end = text.endsWith(".*") && !text.endsWith("\\.*") && text.length() > 4;
            if (start || end) {
                context.report(
                                pattern.origin(),
                                "`.*` at the " + (start ? "start" : "end")
                                        + " changes nothing: the pattern is looked for anywhere in the text")
                        .help("delete it")
                        .fix(Applicability.SAFE, "delete `.*` at the ends", edits(pattern, start, end, context));
            }
        }
    }

    private static List<TextEdit> edits(
            RegexPatterns.Pattern pattern, boolean start, boolean end, RuleContext context) {
        Span span = pattern.origin().span();
        String written = context.textOf(span);
        if (!LITERAL.matcher(written).matches()) {
            return List.of();
        }
        int quote = opening(written);
        List<TextEdit> edits = new ArrayList<>();
        if (start && written.startsWith(".*", quote + 1)) {
            context.replace(new Span(span.start() + quote + 1, span.start() + quote + 3), "")
                    .ifPresent(edits::add);
        }
        if (end && written.startsWith(".*", written.length() - 3)) {
            context.replace(new Span(span.end() - 3, span.end() - 1), "").ifPresent(edits::add);
        }
        return edits;
    }

    /** Where the first quote stands, behind the letters before it. */
    private static int opening(String written) {
        int i = 0;
        while (written.charAt(i) != '"' && written.charAt(i) != '\'') {
            i++;
        }
        return i;
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tactic or a technique that stands twice in its list. */
@RuleInfo(
        code = "KL412",
        name = "repeated-technique",
        category = LintCategory.ATTACK,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class RepeatedTechnique implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleTechniques.of(document, context).ifPresent(rule -> {
            check(rule.tactics(), context);
            check(rule.techniques(), context);
        });
    }

    private static void check(List<Datum.Scalar> values, RuleContext context) {
        Map<String, Span> seen = new LinkedHashMap<>();
        for (Datum.Scalar value : values) {
            Span first = seen.putIfAbsent(value.value(), value.span());
            if (first != null) {
                context.reportInFile(value.span(), "`" + value.value() + "` stands twice")
                        .help("remove one of them")
                        .labelInFile(first, "first here")
                        .fix(Applicability.SAFE, "remove the second", line(value.span(), context));
            }
        }
    }

    /** The edit that removes the line of an item; empty where more stands on it. */
    private static Optional<TextEdit> line(Span item, RuleContext context) {
        String file = context.subject().document().file().text().text();
        int start = file.lastIndexOf('\n', item.start()) + 1;
        int end = file.indexOf('\n', item.end());
        boolean alone = end >= 0
                && file.substring(start, item.start()).strip().equals("-")
                && file.substring(item.end(), end).isBlank();
        return alone ? Optional.of(new TextEdit(new Span(start, end + 1), "")) : Optional.empty();
    }
}

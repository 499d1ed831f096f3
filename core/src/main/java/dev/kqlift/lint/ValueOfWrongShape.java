package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.WrongShape;
import dev.kqlift.source.Span;
import java.util.List;

/** A value of another form than its key asks for, such as a list in the place of a mapping. */
@RuleInfo(code = "KL103", name = "wrong-shape", category = LintCategory.METADATA, severity = Severity.ERROR)
final class ValueOfWrongShape implements LintRule, OnDocument {
    private static final List<String> LISTS = List.of("tactics", "relevantTechniques", "techniques", "subTechniques");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context).ifPresent(keys -> {
            if (document.kind() != RuleKind.DEFENDER) {
                LISTS.forEach(key -> keys.text(key).ifPresent(text -> report(key, "a list", text.span(), context)));
            }
            for (WrongShape wrong : AlertSettings.read(document).wrongShapes()) {
                // No two repositories use tags alike, and the service has them on the resource.
                if (!wrong.key().equals("tags")) {
                    report(wrong.key(), wrong.wanted(), firstLine(wrong.span(), document), context);
                }
            }
        });
    }

    private static void report(String key, String wanted, Span place, RuleContext context) {
        context.reportInFile(place, "the value of `" + key + "` is not " + wanted)
                .help("write " + wanted);
    }

    /** A whole mapping is too large a place to look for a mistake in. */
    private static Span firstLine(Span span, RuleDocument document) {
        int end = document.file().text().text().indexOf('\n', span.start());
        return end < 0 || end > span.end() ? span : new Span(span.start(), Math.max(span.start(), end));
    }
}

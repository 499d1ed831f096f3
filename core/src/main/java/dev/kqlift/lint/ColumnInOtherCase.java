package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.Optional;

/** A column that the rule names in other case than the query returns it. */
@RuleInfo(
        code = "KL302",
        name = "column-in-other-case",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class ColumnInOtherCase implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (NamedColumn named : MissingColumns.named(document, context)) {
            ResultColumns.of(context).ifPresent(columns -> check(named, columns, context));
        }
    }

    private static void check(NamedColumn named, ResultColumns columns, RuleContext context) {
        String name = named.column().value();
        if (columns.has(name)) {
            return;
        }
        if (columns.open()) {
            context.notChecked("the result may have columns that are not known");
            return;
        }
        columns.sameButForCase(name)
                .ifPresent(known -> context.reportInFile(
                                named.column().span(),
                                named.use().words() + " names `" + name + "`; the query returns `" + known + "`")
                        .help("write `" + known + "`: case counts")
                        .fix(Applicability.SAFE, "write `" + known + "`", edit(named.column(), known, context)));
    }

    private static Optional<TextEdit> edit(Located<String> column, String known, RuleContext context) {
        String file = context.subject().document().file().text().text();
        Span span = column.span();
        int start = file.substring(span.start(), span.end()).indexOf(column.value());
        // A name in other case has as many characters, and needs no other spelling.
        return start < 0
                ? Optional.empty()
                : Optional.of(new TextEdit(
                        new Span(
                                span.start() + start,
                                span.start() + start + column.value().length()),
                        known));
    }
}

package dev.kqlift.lint;

import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import java.util.List;

/** Finds columns that a rule names and its query does not return. */
final class MissingColumns {
    private MissingColumns() {}

    /** Reports those of one use. Names that differ in case alone are what {@link ColumnInOtherCase} finds. */
    static void check(NamedColumn.Use use, RuleDocument document, RuleContext context) {
        for (NamedColumn named : named(document, context)) {
            if (named.use() == use) {
                check(named, context);
            }
        }
    }

    /** The columns that a rule names, as far as its file states them. */
    static List<NamedColumn> named(RuleDocument document, RuleContext context) {
        if (RuleKeys.of(document, context).isEmpty()) {
            return List.of();
        }
        AlertSettings settings = AlertSettings.read(document);
        if (!settings.unread().isEmpty()) {
            context.notChecked("the settings of alerts have template expressions");
        }
        return NamedColumn.of(settings);
    }

    private static void check(NamedColumn named, RuleContext context) {
        String name = named.column().value();
        ResultColumns.of(context).filter(columns -> !columns.has(name)).ifPresent(columns -> {
            if (columns.open()) {
                context.notChecked("the result may have columns that are not known");
            } else if (columns.sameButForCase(name).isEmpty()) {
                columns.customTablePassedOn()
                        .ifPresentOrElse(
                                table -> context.notChecked("`" + table + "` may have columns that are not known"),
                                () -> columns.reportMissing(named));
            }
        });
    }
}

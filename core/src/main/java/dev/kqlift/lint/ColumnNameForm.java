package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.regex.Pattern;

/** A column's name that the service does not take in settings. */
@RuleInfo(
        code = "KL330",
        name = "column-name-form",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class ColumnNameForm implements LintRule, OnDocument {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return;
        }
        AlertSettings settings = AlertSettings.read(document);
        settings.entityMappings()
                .forEach(mapping -> mapping.fieldMappings()
                        .forEach(field -> field.columnName().ifPresent(column -> check(column, context))));
        settings.customDetails().forEach(detail -> detail.columnName().ifPresent(column -> check(column, context)));
    }

    private static void check(Located<String> column, RuleContext context) {
        int limit = SentinelLimits.COLUMN_CHARACTERS;
        if (column.value().length() > limit) {
            context.reportInFile(
                            column.span(),
                            "the column's name has " + column.value().length() + " characters; the limit is " + limit)
                    .help("rename the column in the query");
        } else if (!NAME.matcher(column.value()).matches()) {
            context.reportInFile(
                            column.span(),
                            "`" + column.value()
                                    + "` is not a letter or underscore and then letters, digits and underscores")
                    .help("write one column's name; rename the column in the query where it has other characters");
        }
    }
}

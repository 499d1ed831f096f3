package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.regex.Pattern;

/** An account's name that is mapped to a column that holds a whole user principal name. */
@RuleInfo(
        code = "KL319",
        name = "upn-as-name",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UpnAsName implements LintRule, OnDocument {
    private static final Pattern UPN = Pattern.compile("(?i)\\w*(?:UserPrincipalName|AccountUpn)|UPN");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            boolean account = mapping.entityType()
                    .filter(type -> type.value().equals("Account"))
                    .isPresent();
            if (account && !EntityMappings.identifiers(mapping).contains("UPNSuffix")) {
                mapping.fieldMappings().forEach(field -> check(field, context));
            }
        }
    }

    private static void check(AlertSettings.FieldMapping field, RuleContext context) {
        boolean name = field.identifier()
                .filter(identifier -> identifier.value().equals("Name"))
                .isPresent();
        field.columnName()
                .filter(column -> name && UPN.matcher(column.value()).matches())
                .ifPresent(column -> context.reportInFile(
                                column.span(),
                                "`" + column.value() + "` holds a whole user principal name, not the name in it")
                        .help("map it as `FullName`, or split it into `Name` and `UPNSuffix`"));
    }
}

package dev.kqlift.lint;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.catalog.EntityType;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A mapping by an identifier that many entities share, where the result has a column that would tell them apart. */
@RuleInfo(
        code = "KL318",
        name = "weak-identifier",
        category = LintCategory.OUTPUT,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class WeakIdentifier implements LintRule, OnDocument {
    private static final List<Stronger> STRONGER = List.of(
            new Stronger("Account", "Name", "UPNSuffix", "\\w*UPNSuffix"),
            new Stronger("Account", "Name", "NTDomain", "\\w*(?:AccountDomain|NTDomain|AccountNTDomain)"),
            new Stronger("Account", "Name", "AadUserId", "\\w*(?:AadUserId|AccountObjectId)"),
            new Stronger("Account", "Name", "Sid", "\\w*AccountSid"),
            new Stronger("Host", "HostName", "DnsDomain", "\\w*DnsDomain"));

    private record Stronger(String type, String weak, String identifier, Pattern column) {
        Stronger(String type, String weak, String identifier, String column) {
            this(type, weak, identifier, Pattern.compile(column, Pattern.CASE_INSENSITIVE));
        }
    }

    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            Set<String> identifiers = EntityMappings.identifiers(mapping);
            EntityMappings.type(mapping)
                    .filter(type -> identifiers.size() == 1 && !type.isStrong(identifiers))
                    .ifPresent(type -> ResultColumns.of(context)
                            .ifPresent(columns -> check(mapping, type, identifiers, columns, context)));
        }
    }

    private static void check(
            AlertSettings.EntityMapping mapping,
            EntityType type,
            Set<String> identifiers,
            ResultColumns columns,
            RuleContext context) {
        for (Stronger stronger : STRONGER) {
            Optional<OutputField> column = columns.all().stream()
                    .filter(field -> stronger.column().matcher(field.name()).matches())
                    .findFirst();
            if (stronger.type().equals(type.name()) && identifiers.contains(stronger.weak()) && column.isPresent()) {
                context.reportInFile(
                                mapping.place(),
                                "`" + stronger.weak() + "` alone names many; the query returns `"
                                        + column.get().name() + "`, which would tell them apart")
                        .help("map `" + column.get().name() + "` as `" + stronger.identifier() + "` as well");
                return;
            }
        }
    }
}

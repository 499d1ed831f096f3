package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleKind;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;
import java.util.stream.Stream;

/** A data type of a required connector that the query does not read. */
@RuleInfo(
        code = "KL134",
        name = "unread-data-type",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class UnreadDataType implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<String> opaque = Stream.concat(
                        query.functions().stream(),
                        query.tables().stream()
                                .filter(table ->
                                        context.subject().tables().table(table).isEmpty()))
                .findFirst();
        if (opaque.isPresent()) {
            context.notChecked("what `" + opaque.get() + "` reads is not known");
            return;
        }
        RuleKeys.of(context.subject().document(), context)
                .map(DataTypes::of)
                .ifPresent(types -> types.all().forEach(type -> check(type, query, context)));
    }

    private static void check(Datum.Scalar type, BoundQuery query, RuleContext context) {
        String table = DataTypes.table(type);
        if (context.subject().tables().table(table).isPresent()
                && query.tables().stream().noneMatch(table::equalsIgnoreCase)) {
            context.reportInFile(type.span(), "the query does not read `" + table + "`")
                    .help("remove the data type");
        }
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import java.util.List;
import java.util.Optional;

/** An entity mapping of a column that a plugin makes of the data, so that it may be missing in a run. */
@RuleInfo(
        code = "KL328",
        name = "unsteady-mapped-column",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class UnsteadyMappedColumn implements LintRule, OnDocument {
    private static final List<String> PLUGINS = List.of("bag_unpack", "pivot");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        List<NamedColumn> mapped = MissingColumns.named(document, context);
        if (mapped.isEmpty()) {
            return;
        }
        ResultColumns.of(context)
                .filter(ResultColumns::open)
                .ifPresent(columns -> plugin(columns)
                        .ifPresent(plugin -> mapped.stream()
                                .filter(named -> !columns.has(named.column().value()))
                                .forEach(named -> report(named, plugin, context))));
    }

    private static void report(NamedColumn named, Relation.Evaluate plugin, RuleContext context) {
        context.reportInFile(
                        named.column().span(),
                        named.use().words() + " names `" + named.column().value() + "`, which `" + plugin.name()
                                + "` makes only where the data has it")
                .help("state the columns of `" + plugin.name() + "`, or use `column_ifexists()`")
                .label(plugin.origin().span(), "`" + plugin.name() + "` makes columns of the data");
    }

    /** The plugin that makes the columns, where nothing else does. */
    private static Optional<Relation.Evaluate> plugin(ResultColumns columns) {
        Optional<Relation> next = columns.query().relation();
        while (next.isPresent()) {
            if (next.get() instanceof Relation.Evaluate plugin
                    && PLUGINS.contains(plugin.name())
                    && !plugin.input().open()) {
                return Optional.of(plugin);
            }
            List<Relation> inputs = Trees.inputs(next.get());
            next = inputs.isEmpty() ? Optional.empty() : Optional.of(inputs.getFirst());
        }
        return Optional.empty();
    }
}

package dev.kqlift.sql;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.mapping.MappingException;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.RuleBody;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Bound IR to SQL of one dialect. Immutable. */
public final class SqlTranslator implements QueryTranslator {
    private final FunctionTable functions;
    private final Optional<TableSource> data;

    private SqlTranslator(FunctionTable functions, Optional<TableSource> data) {
        this.functions = functions;
        this.data = data;
    }

    /** The translator of a dialect. */
    public static SqlTranslator of(BackendDefinition definition) {
        return new SqlTranslator(functions(definition), Optional.empty());
    }

    /** The function table of a dialect. */
    public static FunctionTable functions(BackendDefinition definition) {
        Optional<FunctionTable> parent = definition
                .parent()
                .map(ResourceFolder::new)
                .flatMap(folder -> folder.read("functions.yaml").map(text -> table(folder, text, Optional.empty())));
        ResourceFolder own = definition.source();
        return own.read("functions.yaml")
                .map(text -> table(own, text, parent))
                .or(() -> parent)
                .orElseThrow(() -> new IllegalStateException(definition.id() + " has no function table"));
    }

    private static FunctionTable table(ResourceFolder folder, String text, Optional<FunctionTable> parent) {
        String file = folder.path("functions.yaml");
        FunctionTable table = FunctionTable.parse(file, text, parent, SqlStrengths.ALL, SqlForms.NAMES);
        for (String function : table.functions()) {
            table.mappings(function).forEach(mapping -> check(file, mapping));
        }
        return table;
    }

    private static void check(String file, FunctionMapping mapping) {
        mapping.promised().ifPresent(promise -> {
            promise.assumes()
                    .filter(word -> DataAssumption.ofWord(word).isEmpty())
                    .ifPresent(word -> {
                        throw new MappingException(file, mapping.line(), "no assumption is called `" + word + "`");
                    });
            if (!WholeRanges.valid(promise.within())) {
                throw new MappingException(file, mapping.line(), "`within` is two numbers, `arguments` or `start`");
            }
        });
    }

    @Override
    public QueryTranslator over(TableSource rows) {
        return new SqlTranslator(functions, Optional.of(rows));
    }

    @Override
    public Optional<RuleBody> translate(AnalyzedRule rule, Relation relation, LocalNotes notes) {
        List<String> tables = rule.bound().map(BoundQuery::tables).orElse(List.of());
        return plan(relation, new HashSet<>(tables), notes).map(SqlPrinter::print);
    }

    private Optional<SqlPlan> plan(Relation relation, Set<String> tables, LocalNotes notes) {
        RequiredColumns required = RequiredColumns.of(relation);
        ColumnFacts facts = ColumnFacts.of(
                relation,
                functions,
                data.map(rows -> TableColumns.of(relation, required, rows)).orElse(TableColumns.UNKNOWN));
        SqlContext context = new SqlContext(notes, functions, facts, new WholeRanges(facts), data.isPresent());
        Set<String> folded = new HashSet<>();
        tables.forEach(table -> folded.add(table.toLowerCase(Locale.ROOT)));
        RelationLowering lowering = new RelationLowering(context, required, folded);
        Optional<SqlRelation> result = lowering.lower(relation);
        if (relation.open() && result.isPresent()) {
            context.refuse(relation, "the columns of the result are not all known");
        }
        for (Column column : relation.columns()) {
            if (column.type() == KqlType.UNKNOWN) {
                context.refuse(relation, "the column `" + column.name() + "` of the result has no known type");
            }
        }
        if (result.isEmpty() || notes.anyUnsupported()) {
            return Optional.empty();
        }
        SqlRelation last = result.get();
        List<SqlPlan.Item> items = new ArrayList<>();
        for (Column column : relation.columns()) {
            // The names of the steps may differ, because the target takes `a` and `A` for one name.
            items.add(SqlPlan.Item.named(SqlForms.primary(SqlNames.quoted(last.name(column.id()))), column.name()));
        }
        boolean renames =
                relation.columns().stream().anyMatch(column -> !column.name().equals(last.name(column.id())));
        SqlPlan.Select select = SqlPlan.Select.of(RelationLowering.atLeastOne(items), last.source())
                .orderedBy(renames ? last.orderByOfStep() : last.orderBy());
        return Optional.of(new SqlPlan(lowering.steps(), select));
    }
}

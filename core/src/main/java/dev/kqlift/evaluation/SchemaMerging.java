package dev.kqlift.evaluation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code schema_merge}: one schema of those of several tables, each in the form that {@code getschema} gives. */
final class SchemaMerging {
    private static final String OUT_OF_ORDER = "ERROR(columns are out of order)";
    private static final List<TableSchema.ColumnSchema> COLUMNS = List.of(
            new TableSchema.ColumnSchema("ColumnName", KqlType.STRING),
            new TableSchema.ColumnSchema("ColumnOrdinal", KqlType.LONG),
            new TableSchema.ColumnSchema("DataType", KqlType.STRING),
            new TableSchema.ColumnSchema("ColumnType", KqlType.STRING));

    private final Relation.Evaluate evaluate;
    private final EvaluationContext context;

    SchemaMerging(Relation.Evaluate evaluate, EvaluationContext context) {
        this.evaluate = evaluate;
        this.context = context;
    }

    /** A column of the schemas. */
    private record Member(String name, String dataType, String type, List<Long> ordinals) {}

    Plugins.Result evaluate(RowSet input) {
        boolean keepsOrder = Plugins.argument(evaluate, "PreserveOrder", 0)
                .map(scalar -> ScalarEvaluator.evaluate(scalar, Row.EMPTY, context))
                .map(Logic::isTrue)
                .orElse(true);
        TreeMap<Long, List<Value>> rows = new TreeMap<>();
        List<List<Value>> outOfOrder = new ArrayList<>();
        for (Member member : members(input)) {
            long first = member.ordinals().getFirst();
            boolean moves = member.ordinals().stream().anyMatch(ordinal -> ordinal != first);
            if (moves && keepsOrder) {
                outOfOrder.add(row(member.name(), -1, "ERROR(unknown CSL type:" + OUT_OF_ORDER + ")", OUT_OF_ORDER));
            } else {
                long ordinal = member.ordinals().stream().max(Long::compare).orElseThrow();
                if (ordinal != member.ordinals().getLast()
                        || rows.put(ordinal, row(member.name(), ordinal, member.dataType(), member.type())) != null) {
                    throw refuse("the place of a column is not certain");
                }
            }
        }
        if (!keepsOrder && !rows.isEmpty() && rows.lastKey() != rows.size() - 1) {
            throw refuse("the place of a column is not certain");
        }
        List<List<Value>> all = new ArrayList<>(rows.values());
        all.addAll(outOfOrder);
        return new Plugins.Result(COLUMNS, all);
    }

    private NotEvaluated refuse(String message) {
        return Refusals.construct("`schema_merge`: " + message, evaluate.origin());
    }

    private static List<Value> row(String name, long ordinal, String dataType, String type) {
        return List.of(new Value.Text(name), Numbers.ofLong(ordinal), new Value.Text(dataType), new Value.Text(type));
    }

    private List<Member> members(RowSet input) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (int i = 0; i < input.size(); i++) {
            String name = text(input, i, "ColumnName");
            String dataType = text(input, i, "DataType");
            String type = text(input, i, "ColumnType");
            Member member =
                    members.computeIfAbsent(name, ignored -> new Member(name, dataType, type, new ArrayList<>()));
            if (!member.type().equals(type)) {
                throw refuse("`" + name + "` has several types");
            }
            member.ordinals().add(ordinal(input, i));
        }
        return List.copyOf(members.values());
    }

    private String text(RowSet input, int row, String column) {
        if (value(input, row, column) instanceof Value.Text(var text)) {
            return text;
        }
        throw refuse("`" + column + "` is no text");
    }

    private long ordinal(RowSet input, int row) {
        if (value(input, row, "ColumnOrdinal") instanceof Value.Whole(var ordinal, var type)) {
            return ordinal;
        }
        throw refuse("`ColumnOrdinal` is no whole number");
    }

    private Value value(RowSet input, int row, String name) {
        for (int i = 0; i < input.columns().size(); i++) {
            if (input.columns().get(i).name().equals(name)) {
                return input.rows().get(row).get(i);
            }
        }
        throw refuse("the input has no column `" + name + "`");
    }
}

package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Relations to steps: one for each operator. What cannot be said gives a note and no step. */
final class RelationLowering {
    private final SqlContext context;
    private final RequiredColumns required;
    private final List<SqlPlan.Step> steps = new ArrayList<>();
    // A table that is read twice is one step.
    private final Map<Relation, Optional<SqlRelation>> known = new IdentityHashMap<>();
    private final Set<String> tables;
    private int synthetic;

    RelationLowering(SqlContext context, RequiredColumns required, Set<String> tables) {
        this.context = context;
        this.required = required;
        this.tables = tables;
    }

    List<SqlPlan.Step> steps() {
        return steps;
    }

    SqlContext context() {
        return context;
    }

    RequiredColumns required() {
        return required;
    }

    Optional<SqlRelation> lower(Relation relation) {
        Optional<SqlRelation> cached = known.get(relation);
        if (cached != null) {
            return cached;
        }
        Optional<SqlRelation> result = operator(relation);
        known.put(relation, result);
        return result;
    }

    ScalarLowering scalars(SqlRelation.Scope scope) {
        return new ScalarLowering(context, scope, this::lower);
    }

    private ScalarLowering constants() {
        return scalars(SqlRelation.Scope.EMPTY);
    }

    private Optional<SqlRelation> operator(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> table(scan);
            case Relation.Rows rows -> rows(rows);
            case Relation.Range range -> range(range);
            case Relation.Filter filter -> lower(filter.input()).flatMap(input -> filter(filter, input));
            case Relation.Project project -> lower(project.input()).flatMap(input -> project(project, input));
            case Relation.Aggregate aggregate ->
                lower(aggregate.input()).flatMap(input -> new AggregateLowering(this).lower(aggregate, input));
            case Relation.Sort sort -> lower(sort.input()).flatMap(input -> sort(sort, input));
            case Relation.Take take -> lower(take.input()).flatMap(input -> take(take, input));
            case Relation.Join join -> new JoinLowering(this).lower(join);
            case Relation.Union union -> new UnionLowering(this).lower(union);
            case Relation.Marker marker -> lower(marker.input());
            case Relation.External external -> refused(external, "`externaldata` reads rows from outside");
            case Relation.FunctionScan scan ->
                refused(scan, "the rows of the function `" + scan.function() + "` are not known");
            case Relation.Expand expand -> refusedOver(expand, "`mv-expand` is not translated", expand.input());
            case Relation.Apply apply ->
                refusedOver(apply, "`" + apply.operator() + "` is not translated", apply.input());
            case Relation.Parse parse ->
                refusedOver(parse, "`" + parse.operator() + "` is not translated", parse.input());
            case Relation.Evaluate evaluate ->
                refusedOver(evaluate, "the plugin `" + evaluate.name() + "` is not translated", evaluate.input());
            case Relation.Other other -> {
                other.inputs().forEach(this::lower);
                yield refused(other, "`" + other.operator() + "` is not translated");
            }
            case Relation.Unresolved unresolved -> refused(unresolved, "the table is not known");
        };
    }

    private Optional<SqlRelation> refused(Relation relation, String message) {
        context.refuse(relation, message);
        return Optional.empty();
    }

    /** Also lowers what is below, so that all reasons are told at once. */
    private Optional<SqlRelation> refusedOver(Relation relation, String message, Relation input) {
        lower(input);
        return refused(relation, message);
    }

    /** Adds a step. */
    SqlRelation step(String kind, SqlPlan.Body body, Map<ColumnId, String> names, List<SqlRelation.OrderKey> ordering) {
        String name = kind.replaceAll("[^A-Za-z0-9]", "_") + "_" + (steps.size() + 1);
        while (tables.contains(name.toLowerCase(Locale.ROOT))) {
            name += "_";
        }
        steps.add(new SqlPlan.Step(name, body));
        return new SqlRelation(name, names, ordering);
    }

    private Optional<SqlRelation> table(Relation.TableScan scan) {
        if (scan.open()) {
            return refused(scan, "the columns of the table `" + scan.table() + "` are not known");
        }
        if (!SqlNames.valid(scan.table())) {
            return refused(scan, "the target cannot have a table of this name");
        }
        Map<ColumnId, String> names = new LinkedHashMap<>();
        List<SqlPlan.Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : scan.columns()) {
            if (!required.needs(scan, column)) {
                continue;
            }
            if (!SqlNames.valid(column.name())) {
                return refused(scan, "the target cannot have a column of this name");
            }
            String name = SqlNames.free(column.name(), taken);
            names.put(column.id(), name);
            String quoted = SqlNames.quoted(column.name());
            String value = switch (column.type()) {
                // A table of the target may hold nulls where KQL has empty texts; from here on there are none.
                case STRING -> "coalesce(" + quoted + ", '')";
                case DYNAMIC -> "nullif(CAST(" + quoted + " AS JSON), 'null')";
                case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, UNKNOWN -> quoted;
            };
            items.add(SqlPlan.Item.named(SqlForms.primary(value), name));
        }
        return Optional.of(
                step("source", SqlPlan.Select.of(atLeastOne(items), SqlNames.quoted(scan.table())), names, List.of()));
    }

    /** A step without columns still has rows. */
    static List<SqlPlan.Item> atLeastOne(List<SqlPlan.Item> items) {
        return items.isEmpty() ? List.of(SqlPlan.Item.named(SqlForms.primary("1"), "row")) : items;
    }

    private Optional<SqlRelation> rows(Relation.Rows rows) {
        Map<ColumnId, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Column column : rows.columns()) {
            names.put(column.id(), SqlNames.free(column.name(), taken));
            if (column.type() == KqlType.UNKNOWN || column.type() == KqlType.DECIMAL) {
                return refused(rows, "a column of type " + column.type().word());
            }
        }
        List<SqlPlan.Select> parts = new ArrayList<>();
        for (List<Scalar> row : rows.rows()) {
            List<SqlPlan.Item> items = new ArrayList<>();
            for (int i = 0; i < rows.columns().size(); i++) {
                Column column = rows.columns().get(i);
                Fragment value = constants().value(row.get(i));
                boolean widens = column.type() == KqlType.LONG || column.type() == KqlType.REAL;
                boolean fits = row.get(i).type() == column.type()
                        || isNull(row.get(i))
                        || widens && row.get(i).type().isInteger()
                        || column.type() == KqlType.INT
                                && SqlForms.number(row.get(i))
                                        .filter(n -> n == (int) (long) n)
                                        .isPresent();
                if (!fits) {
                    return refused(
                            rows,
                            "a " + row.get(i).type().word() + " in a column of "
                                    + column.type().word());
                }
                if (isNull(row.get(i)) && row.get(i).type() != column.type()) {
                    value = SqlForms.primary(SqlTypes.missing(column.type()));
                }
                items.add(SqlPlan.Item.named(
                        needsWidth(column.type()) ? ScalarLowering.cast(value, column.type()) : value,
                        Objects.requireNonNull(names.get(column.id()))));
            }
            parts.add(bare(atLeastOne(items)));
        }
        if (parts.isEmpty()) {
            List<SqlPlan.Item> items = new ArrayList<>();
            for (Column column : rows.columns()) {
                items.add(SqlPlan.Item.named(
                        SqlForms.primary(SqlTypes.missing(column.type())),
                        Objects.requireNonNull(names.get(column.id()))));
            }
            parts.add(bare(atLeastOne(items)).where(List.of(SqlForms.primary("FALSE"))));
        }
        String kind = rows.kind().name().toLowerCase(Locale.ROOT);
        return Optional.of(
                step(kind, parts.size() == 1 ? parts.getFirst() : new SqlPlan.UnionAll(parts), names, List.of()));
    }

    private static boolean needsWidth(KqlType type) {
        return type.isInteger() || type == KqlType.TIMESPAN || type == KqlType.REAL;
    }

    private static boolean isNull(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant && constant.value() instanceof Value.Null;
    }

    private static SqlPlan.Select bare(List<SqlPlan.Item> items) {
        return new SqlPlan.Select(
                false, items, Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    private Optional<SqlRelation> range(Relation.Range range) {
        KqlType type = range.column().type();
        boolean numbers = type.isInteger()
                && range.from().type().isInteger()
                && range.to().type().isInteger()
                && SqlForms.number(range.step()).filter(step -> step > 0).isPresent();
        if (!numbers) {
            return refused(range, "`range` over anything but whole numbers with a constant step above 0");
        }
        ScalarLowering scalars = constants();
        String series = "unnest(generate_series(" + scalars.typed(range.from()).text() + ", "
                + scalars.typed(range.to()).text() + ", "
                + scalars.typed(range.step()).text() + "))";
        String name = SqlNames.free(range.column().name(), new HashSet<>());
        return Optional.of(step(
                "range",
                bare(List.of(SqlPlan.Item.named(SqlForms.primary(series), name))),
                Map.of(range.column().id(), name),
                List.of()));
    }

    private Optional<SqlRelation> filter(Relation.Filter filter, SqlRelation input) {
        ScalarLowering scalars = scalars(input.scope());
        List<Fragment> conditions = new ArrayList<>();
        if (filter.predicate() instanceof Scalar.Logical logical && logical.conjunction()) {
            logical.operands().forEach(operand -> conditions.add(scalars.condition(operand, Truth.ONLY)));
        } else {
            conditions.add(scalars.condition(filter.predicate(), Truth.ONLY));
        }
        SqlPlan.Select select = SqlPlan.Select.of(List.of(), input.source()).where(conditions);
        return Optional.of(step("where", select, input.names(), input.ordering()));
    }

    private Optional<SqlRelation> project(Relation.Project project, SqlRelation input) {
        ScalarLowering scalars = scalars(input.scope());
        Map<ColumnId, Assignment> made = new LinkedHashMap<>();
        project.assignments().forEach(assignment -> made.put(assignment.column().id(), assignment));
        if (project.open() || project.columns().isEmpty()) {
            return refused(project, "the columns are not all known");
        }
        Map<ColumnId, String> names = new LinkedHashMap<>();
        List<SqlPlan.Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : project.columns()) {
            Assignment assignment = made.get(column.id());
            String before = input.names().get(column.id());
            if (assignment == null && before == null) {
                continue; // Nothing reads it.
            }
            if (!SqlNames.valid(column.name())) {
                return refused(project, "the target cannot have a column of this name");
            }
            Fragment value = assignment == null
                    ? SqlForms.primary(SqlNames.quoted(Objects.requireNonNull(before)))
                    : scalars.typed(assignment.value());
            String name = SqlNames.free(column.name(), taken);
            names.put(column.id(), name);
            items.add(SqlPlan.Item.named(value, name));
        }
        for (ColumnId key : input.orderColumns()) {
            if (!names.containsKey(key)) {
                // The rows are still ordered by a column that the result does not have.
                String name = SqlNames.free(input.name(key), taken);
                names.put(key, name);
                items.add(SqlPlan.Item.named(SqlForms.primary(SqlNames.quoted(input.name(key))), name));
            }
        }
        String kind = project.kind().name().toLowerCase(Locale.ROOT);
        return Optional.of(step(kind, SqlPlan.Select.of(atLeastOne(items), input.source()), names, input.ordering()));
    }

    private Optional<SqlRelation> sort(Relation.Sort sort, SqlRelation input) {
        ScalarLowering scalars = scalars(input.scope());
        List<SqlRelation.OrderKey> ordering = new ArrayList<>();
        Map<ColumnId, String> names = new LinkedHashMap<>(input.names());
        List<SqlPlan.Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        input.names().forEach((id, name) -> {
            taken.add(name.toLowerCase(Locale.ROOT));
            items.add(SqlPlan.Item.named(SqlForms.primary(SqlNames.quoted(name)), name));
        });
        boolean computed = false;
        for (Relation.SortKey key : sort.keys()) {
            KqlType type = key.value().type();
            if (type == KqlType.DYNAMIC || type == KqlType.UNKNOWN || type == KqlType.DECIMAL || type == KqlType.GUID) {
                return refused(sort, "rows are sorted by a value of type " + type.word());
            }
            ColumnId id;
            if (key.value() instanceof Scalar.ColumnRef reference) {
                id = reference.column().id();
                scalars.value(reference);
            } else {
                id = new ColumnId(-1 - synthetic++);
                String name = SqlNames.free("sort_key", taken);
                names.put(id, name);
                items.add(SqlPlan.Item.named(scalars.value(key.value()), name));
                computed = true;
            }
            if (names.containsKey(id)) {
                ordering.add(new SqlRelation.OrderKey(id, key.ascending(), key.nullsFirst(), type == KqlType.REAL));
            }
        }
        // The order is attached where it is consumed: a step has none.
        return Optional.of(
                computed
                        ? step("sort", SqlPlan.Select.of(items, input.source()), names, ordering)
                        : new SqlRelation(input.step(), input.names(), ordering));
    }

    private Optional<SqlRelation> take(Relation.Take take, SqlRelation input) {
        Optional<Long> count = SqlForms.number(take.count());
        if (take.kind() == Relation.TakeKind.SAMPLE) {
            return refused(take, "`sample` draws rows at random");
        }
        if (count.isEmpty() || count.get() < 0) {
            return refused(take, "the number of rows is no constant");
        }
        if (!UniqueKeys.hold(take.input(), input.orderColumns())) {
            String message = input.ordering().isEmpty()
                    ? "the rows have no order, and KQL leaves open which of them are taken"
                    : "where several rows share the last place that is taken, KQL leaves open which of them is";
            context.notes().add(take, LocalNote.leftOpen(message, take.origin(), List.of()));
        }
        SqlPlan.Select select = SqlPlan.Select.of(List.of(), input.source())
                .orderedBy(input.orderBy())
                .limitedTo(Long.toString(count.get()));
        return Optional.of(step("take", select, input.names(), input.ordering()));
    }
}

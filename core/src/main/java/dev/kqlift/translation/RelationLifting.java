package dev.kqlift.translation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries deviations from the nodes of a relation to its root. Operators that look at one row at a time keep wider and
 * narrower; an anti join turns them on the side that takes rows away; whatever counts rows, picks among them or fills gaps
 * promises nothing over an input that has other rows.
 */
final class RelationLifting {
    private static final String DECIDES = "a value that may differ decides which rows are returned";

    private final LocalNotes notes;
    private final ScalarLifting scalars;
    // A table that is read twice is one node; without this the walk would double at every use.
    private final Map<Relation, List<Deviation>> known = new IdentityHashMap<>();

    RelationLifting(LocalNotes notes) {
        this.notes = notes;
        this.scalars = new ScalarLifting(notes, this::lift);
    }

    List<Deviation> lift(Relation relation) {
        List<Deviation> cached = known.get(relation);
        if (cached != null) {
            return cached;
        }
        // A set, because both sides of a self join bring the same deviations.
        Set<Deviation> result = new LinkedHashSet<>(operator(relation));
        for (LocalNote note : notes.at(relation)) {
            Deviation deviation = Deviation.of(note);
            result.add(
                    deviation.approximate() && note.carriers().isEmpty()
                            ? deviation.withCarriers(ids(relation.columns()))
                            : deviation);
        }
        List<Deviation> lifted = List.copyOf(result);
        known.put(relation, lifted);
        return lifted;
    }

    private List<Deviation> operator(Relation relation) {
        return switch (relation) {
            case Relation.TableScan scan -> List.of();
            case Relation.External external -> List.of();
            case Relation.Unresolved unresolved -> List.of();
            case Relation.Rows rows -> rows(rows);
            case Relation.Range range -> {
                List<Deviation> result = new ArrayList<>();
                for (Scalar scalar : List.of(range.from(), range.to(), range.step())) {
                    result.addAll(deciding(scalars.value(scalar), DECIDES));
                }
                yield result;
            }
            case Relation.FunctionScan scan -> valuesOf(scan.arguments());
            case Relation.Filter filter -> filter(filter);
            case Relation.Project project -> project(project);
            case Relation.Aggregate aggregate -> aggregate(aggregate);
            case Relation.Sort sort -> sort(sort);
            case Relation.Take take -> take(take);
            case Relation.Join join -> new JoinLifting(this, scalars).join(join);
            case Relation.Union union -> union(union);
            case Relation.Expand expand -> expand(expand);
            case Relation.Apply apply -> apply(apply);
            case Relation.Parse parse -> parse(parse);
            case Relation.Evaluate evaluate -> {
                List<Deviation> result =
                        opaque(lift(evaluate.input()), "the plugin `" + evaluate.name() + "` reads all rows");
                result.addAll(valuesOf(evaluate.arguments()));
                yield result;
            }
            case Relation.Other other -> {
                List<Deviation> result = new ArrayList<>();
                for (Relation input : other.inputs()) {
                    result.addAll(opaque(lift(input), "`" + other.operator() + "` reads all rows"));
                }
                result.addAll(valuesOf(other.scalars()));
                yield result;
            }
            case Relation.Marker marker -> lift(marker.input());
        };
    }

    private List<Deviation> rows(Relation.Rows rows) {
        List<Deviation> result = new ArrayList<>();
        for (List<Scalar> row : rows.rows()) {
            for (int i = 0; i < row.size() && i < rows.columns().size(); i++) {
                Set<ColumnId> column = Set.of(rows.columns().get(i).id());
                result.addAll(
                        ScalarLifting.mapped(scalars.value(row.get(i)), deviation -> deviation.withCarriers(column)));
            }
        }
        return result;
    }

    private List<Deviation> filter(Relation.Filter filter) {
        ReferencedColumns read =
                ReferencedColumns.of(filter.predicate(), filter.input().columns());
        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : placed(lift(filter.input()), read)) {
            result.add(deviation.touches(read.columns()) ? deviation.deciding(DECIDES) : deviation);
        }
        result.addAll(deciding(scalars.condition(filter.predicate()), DECIDES));
        return result;
    }

    private List<Deviation> project(Relation.Project project) {
        List<Deviation> result = new ArrayList<>();
        List<Deviation> input = lift(project.input());
        for (Assignment assignment : project.assignments()) {
            input = placed(
                    input,
                    ReferencedColumns.of(assignment.value(), project.input().columns()));
        }
        for (Deviation deviation : input) {
            Set<ColumnId> carriers = new LinkedHashSet<>(deviation.carriers());
            for (Assignment assignment : project.assignments()) {
                if (deviation.touches(
                        ReferencedColumns.of(assignment.value(), project.input().columns())
                                .columns())) {
                    carriers.add(assignment.column().id());
                }
            }
            result.add(surviving(deviation.withCarriers(carriers), project));
        }
        for (Assignment assignment : project.assignments()) {
            Set<ColumnId> made = Set.of(assignment.column().id());
            for (Deviation deviation : scalars.value(assignment.value())) {
                result.add(deviation.approximate() ? deviation.withCarriers(made) : deviation);
            }
        }
        return result;
    }

    private List<Deviation> aggregate(Relation.Aggregate aggregate) {
        boolean counts = !aggregate.aggregates().isEmpty() || aggregate.keys().isEmpty();
        List<Column> columns = aggregate.input().columns();
        Set<ColumnId> keyColumns = new LinkedHashSet<>();
        Set<ColumnId> aggregated = new LinkedHashSet<>();
        aggregate
                .keys()
                .forEach(key -> keyColumns.addAll(
                        ReferencedColumns.of(key.value(), columns).columns()));
        aggregate
                .aggregates()
                .forEach(call -> aggregated.addAll(
                        ReferencedColumns.of(call.value(), columns).columns()));
        Set<ColumnId> made = new LinkedHashSet<>();
        aggregate.aggregates().forEach(call -> made.add(call.column().id()));

        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : lift(aggregate.input())) {
            Deviation lifted = counts ? deviation.lostIfRows("its rows are aggregated") : deviation;
            if (lifted.touches(keyColumns)) {
                lifted = lifted.deciding("rows are grouped by a value that may differ");
            }
            // Other rows give other aggregates; one differing argument may move a whole row (arg_max).
            boolean differs = lifted.approximate() && (lifted.decidesRows() || lifted.touches(aggregated));
            Set<ColumnId> carriers = new LinkedHashSet<>();
            if (differs) {
                carriers.addAll(made);
            }
            for (Assignment key : aggregate.keys()) {
                if (lifted.touches(ReferencedColumns.of(key.value(), columns).columns())) {
                    carriers.add(key.column().id());
                }
            }
            result.add(lifted.withCarriers(carriers).ordering(false));
        }
        for (Assignment key : aggregate.keys()) {
            for (Deviation deviation : scalars.value(key.value())) {
                result.add(deviation
                        .withCarriers(Set.of(key.column().id()))
                        .deciding("rows are grouped by a value that may differ"));
            }
        }
        for (Assignment call : aggregate.aggregates()) {
            for (Deviation deviation : scalars.value(call.value())) {
                result.add(deviation.approximate() ? deviation.withCarriers(carriersOf(deviation, call)) : deviation);
            }
        }
        return result;
    }

    /** A note on {@code arg_max(t, *)} names the other columns that the call fills. */
    private static Set<ColumnId> carriersOf(Deviation deviation, Assignment call) {
        Set<ColumnId> carriers = new LinkedHashSet<>(deviation.note().carriers());
        if (carriers.isEmpty()) {
            carriers.add(call.column().id());
        }
        return carriers;
    }

    private List<Deviation> sort(Relation.Sort sort) {
        Set<ColumnId> read = new LinkedHashSet<>();
        List<Deviation> result = new ArrayList<>();
        for (Relation.SortKey key : sort.keys()) {
            read.addAll(ReferencedColumns.of(key.value(), sort.columns()).columns());
            result.addAll(ScalarLifting.mapped(scalars.value(key.value()), deviation -> deviation.ordering(true)));
        }
        for (Deviation deviation : lift(sort.input())) {
            result.add(deviation.ordering(deviation.touches(read)));
        }
        return result;
    }

    private List<Deviation> take(Relation.Take take) {
        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : lift(take.input())) {
            Deviation lifted = deviation.lostIfRows("only some of its rows are taken");
            result.add(
                    lifted.decidesOrder()
                            ? lifted.deciding("rows are taken in the order of a value that may differ")
                            : lifted);
        }
        result.addAll(deciding(scalars.value(take.count()), DECIDES));
        return result;
    }

    private List<Deviation> union(Relation.Union union) {
        List<Deviation> result = new ArrayList<>();
        for (Relation.UnionInput input : union.inputs()) {
            for (Deviation deviation : lift(input.relation())) {
                Set<ColumnId> carriers = new LinkedHashSet<>();
                if (union.open()) {
                    carriers.addAll(deviation.carriers());
                }
                for (int i = 0;
                        i < input.columns().size() && i < union.columns().size();
                        i++) {
                    Optional<Column> source = input.columns().get(i);
                    if (source.isPresent()
                            && deviation.carriers().contains(source.get().id())) {
                        carriers.add(union.columns().get(i).id());
                    }
                }
                result.add(deviation.withCarriers(carriers).ordering(false));
            }
        }
        return result;
    }

    private List<Deviation> expand(Relation.Expand expand) {
        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : lift(expand.input())) {
            Deviation lifted = deviation;
            for (Assignment item : expand.items()) {
                if (lifted.touches(
                        ReferencedColumns.of(item.value(), expand.input().columns())
                                .columns())) {
                    Set<ColumnId> carriers = new LinkedHashSet<>(lifted.carriers());
                    carriers.add(item.column().id());
                    lifted = lifted.withCarriers(carriers).deciding("each item gives a row");
                }
            }
            result.add(lifted);
        }
        for (Assignment item : expand.items()) {
            for (Deviation deviation : scalars.value(item.value())) {
                result.add(deviation.withCarriers(Set.of(item.column().id())).deciding("each item gives a row"));
            }
        }
        return result;
    }

    private List<Deviation> apply(Relation.Apply apply) {
        String why = "`" + apply.operator() + "` runs a sub-query over its rows";
        List<Deviation> result = opaque(lift(apply.input()), why);
        for (Assignment item : apply.items()) {
            result.addAll(deciding(scalars.value(item.value()), why));
        }
        result.addAll(opaque(lift(apply.subquery()), why));
        return result;
    }

    private List<Deviation> parse(Relation.Parse parse) {
        Set<ColumnId> read =
                ReferencedColumns.of(parse.text(), parse.input().columns()).columns();
        Set<ColumnId> captured = ids(parse.captured());
        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : lift(parse.input())) {
            if (!deviation.touches(read)) {
                result.add(deviation);
                continue;
            }
            Set<ColumnId> carriers = new LinkedHashSet<>(deviation.carriers());
            carriers.addAll(captured);
            result.add(deviation
                    .withCarriers(carriers)
                    .deciding("`" + parse.operator() + "` reads a value that may differ"));
        }
        for (Deviation deviation : scalars.value(parse.text())) {
            result.add(deviation
                    .withCarriers(captured)
                    .deciding("`" + parse.operator() + "` reads a value that may differ"));
        }
        return result;
    }

    private List<Deviation> valuesOf(List<Scalar> values) {
        List<Deviation> result = new ArrayList<>();
        values.forEach(value -> result.addAll(deciding(scalars.value(value), DECIDES)));
        return result;
    }

    /** Columns that the result does not have carry nothing on. */
    private static Deviation surviving(Deviation deviation, Relation result) {
        if (result.open()) {
            return deviation;
        }
        Set<ColumnId> columns = ids(result.columns());
        return deviation.keepingCarriers(columns::contains);
    }

    /** A window function looks at the neighbours, so that other rows give other values. */
    private static List<Deviation> placed(List<Deviation> deviations, ReferencedColumns read) {
        return read.placeDependent()
                ? ScalarLifting.mapped(deviations, deviation -> {
                    Deviation lifted = deviation.lostIfRows("a function reads the rows around it");
                    return lifted.decidesOrder() ? lifted.deciding("a function reads the rows around it") : lifted;
                })
                : deviations;
    }

    static List<Deviation> deciding(List<Deviation> deviations, String why) {
        return ScalarLifting.mapped(deviations, deviation -> deviation.deciding(why));
    }

    private static List<Deviation> opaque(List<Deviation> deviations, String why) {
        return ScalarLifting.mapped(
                deviations, deviation -> deviation.lostIfRows(why).deciding(why));
    }

    static Set<ColumnId> ids(List<Column> columns) {
        Set<ColumnId> result = new LinkedHashSet<>();
        columns.forEach(column -> result.add(column.id()));
        return result;
    }

    /** What the kinds of join make of an effect on one side's rows. */
    static Fidelity throughJoin(JoinKind kind, boolean left, Fidelity effect) {
        if (!EffectAlgebra.changesRows(effect)) {
            return effect;
        }
        return switch (kind) {
            case INNER -> effect;
            // One left row stays for each key. Of fewer rows every choice is one that KQL could make; of more it is
            // not.
            case INNER_UNIQUE -> left && effect == Fidelity.WIDER ? Fidelity.UNSUPPORTED : effect;
            // Where a match comes or goes, a row with empty columns goes or comes.
            case LEFT_OUTER -> left ? effect : Fidelity.UNSUPPORTED;
            case RIGHT_OUTER -> left ? Fidelity.UNSUPPORTED : effect;
            case FULL_OUTER -> Fidelity.UNSUPPORTED;
            case LEFT_SEMI, RIGHT_SEMI -> effect;
            case LEFT_ANTI -> left ? effect : EffectAlgebra.turned(effect);
            case RIGHT_ANTI -> left ? EffectAlgebra.turned(effect) : effect;
        };
    }
}

package dev.kqlift.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The structure of the two trees, stated once: what stands directly below a node. Three kinds of edges: from a scalar
 * to its {@linkplain #forEachChild operands}, from a relation to its {@linkplain #forEachInput inputs} and to its
 * {@linkplain #forEachScalar scalars}; and the one {@linkplain #subquery relation} that a scalar may hold.
 */
public final class Trees {
    private Trees() {}

    /**
     * How many nodes a scalar has when every shared part counts at each place where it stands, as a walk sees it.
     *
     * @param limit where counting stops
     */
    public static int size(Scalar scalar, int limit) {
        Deque<Scalar> open = new ArrayDeque<>();
        open.push(scalar);
        int size = 0;
        while (!open.isEmpty() && size < limit) {
            size++;
            forEachChild(open.pop(), open::push);
        }
        return size;
    }

    /** Hands over the operands of a scalar, in the order of the text. The relation of a sub-query is none of them. */
    public static void forEachChild(Scalar scalar, Consumer<? super Scalar> action) {
        switch (scalar) {
            case Scalar.ColumnRef ignored -> {}
            case Scalar.Constant ignored -> {}
            case Scalar.AnyColumn ignored -> {}
            case Scalar.Unbound ignored -> {}
            case Scalar.Subquery ignored -> {}
            case Scalar.RelationArgument ignored -> {}
            case Scalar.Comparison comparison -> {
                action.accept(comparison.left());
                action.accept(comparison.right());
            }
            case Scalar.StringMatch match -> {
                action.accept(match.text());
                each(match.patterns(), action);
            }
            case Scalar.InList in -> {
                action.accept(in.subject());
                each(in.items(), action);
            }
            case Scalar.InRelation in -> action.accept(in.subject());
            case Scalar.Between between -> {
                action.accept(between.subject());
                action.accept(between.low());
                action.accept(between.high());
            }
            case Scalar.Logical logical -> each(logical.operands(), action);
            case Scalar.Not not -> action.accept(not.operand());
            case Scalar.Arithmetic arithmetic -> {
                action.accept(arithmetic.left());
                action.accept(arithmetic.right());
            }
            case Scalar.Negate negate -> action.accept(negate.operand());
            case Scalar.Call call -> each(call.arguments(), action);
            case Scalar.AggregateCall call -> each(call.arguments(), action);
            case Scalar.UnknownCall call -> each(call.arguments(), action);
            case Scalar.Member member -> action.accept(member.target());
            case Scalar.Element element -> {
                action.accept(element.target());
                action.accept(element.index());
            }
        }
    }

    /** The operands of a scalar. */
    public static List<Scalar> children(Scalar scalar) {
        List<Scalar> children = new ArrayList<>();
        forEachChild(scalar, children::add);
        return children;
    }

    /** The relation that a scalar reads, where it is one that reads a relation. */
    public static Optional<Relation> subquery(Scalar scalar) {
        return switch (scalar) {
            case Scalar.InRelation in -> Optional.of(in.relation());
            case Scalar.Subquery subquery -> Optional.of(subquery.relation());
            case Scalar.RelationArgument argument -> Optional.of(argument.relation());
            case Scalar.ColumnRef ignored -> Optional.empty();
            case Scalar.Constant ignored -> Optional.empty();
            case Scalar.Comparison ignored -> Optional.empty();
            case Scalar.StringMatch ignored -> Optional.empty();
            case Scalar.InList ignored -> Optional.empty();
            case Scalar.Between ignored -> Optional.empty();
            case Scalar.Logical ignored -> Optional.empty();
            case Scalar.Not ignored -> Optional.empty();
            case Scalar.Arithmetic ignored -> Optional.empty();
            case Scalar.Negate ignored -> Optional.empty();
            case Scalar.Call ignored -> Optional.empty();
            case Scalar.AggregateCall ignored -> Optional.empty();
            case Scalar.UnknownCall ignored -> Optional.empty();
            case Scalar.Member ignored -> Optional.empty();
            case Scalar.Element ignored -> Optional.empty();
            case Scalar.AnyColumn ignored -> Optional.empty();
            case Scalar.Unbound ignored -> Optional.empty();
        };
    }

    /** Hands over the relations whose rows a relation reads, in the order of the text; not those inside its scalars. */
    public static void forEachInput(Relation relation, Consumer<? super Relation> action) {
        switch (relation) {
            case Relation.TableScan ignored -> {}
            case Relation.Rows ignored -> {}
            case Relation.Range ignored -> {}
            case Relation.External ignored -> {}
            case Relation.FunctionScan ignored -> {}
            case Relation.Unresolved ignored -> {}
            case Relation.Filter filter -> action.accept(filter.input());
            case Relation.Project project -> action.accept(project.input());
            case Relation.Aggregate aggregate -> action.accept(aggregate.input());
            case Relation.Sort sort -> action.accept(sort.input());
            case Relation.Take take -> action.accept(take.input());
            case Relation.Join join -> {
                action.accept(join.left());
                action.accept(join.right());
            }
            case Relation.Union union -> {
                for (Relation.UnionInput input : union.inputs()) {
                    action.accept(input.relation());
                }
            }
            case Relation.Expand expand -> action.accept(expand.input());
            case Relation.Apply apply -> {
                action.accept(apply.input());
                action.accept(apply.subquery());
            }
            case Relation.Parse parse -> action.accept(parse.input());
            case Relation.Evaluate evaluate -> action.accept(evaluate.input());
            case Relation.Other other -> each(other.inputs(), action);
            case Relation.Marker marker -> action.accept(marker.input());
        }
    }

    /** The relations whose rows a relation reads. */
    public static List<Relation> inputs(Relation relation) {
        List<Relation> inputs = new ArrayList<>(2);
        forEachInput(relation, inputs::add);
        return inputs;
    }

    /** Hands over the scalars that a relation computes, in the order of the text. */
    public static void forEachScalar(Relation relation, Consumer<? super Scalar> action) {
        switch (relation) {
            case Relation.TableScan ignored -> {}
            case Relation.External ignored -> {}
            case Relation.Unresolved ignored -> {}
            case Relation.Union ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Rows rows -> {
                for (List<Scalar> row : rows.rows()) {
                    each(row, action);
                }
            }
            case Relation.Range range -> {
                action.accept(range.from());
                action.accept(range.to());
                action.accept(range.step());
            }
            case Relation.FunctionScan scan -> each(scan.arguments(), action);
            case Relation.Filter filter -> action.accept(filter.predicate());
            case Relation.Project project -> values(project.assignments(), action);
            case Relation.Aggregate aggregate -> {
                values(aggregate.aggregates(), action);
                values(aggregate.keys(), action);
            }
            case Relation.Sort sort -> {
                for (Relation.SortKey key : sort.keys()) {
                    action.accept(key.value());
                }
            }
            case Relation.Take take -> action.accept(take.count());
            case Relation.Join join -> {
                for (Relation.JoinCondition condition : join.conditions()) {
                    action.accept(condition.left());
                    action.accept(condition.right());
                }
                values(join.rightColumns(), action);
            }
            case Relation.Expand expand -> values(expand.items(), action);
            case Relation.Apply apply -> values(apply.items(), action);
            case Relation.Parse parse -> action.accept(parse.text());
            case Relation.Evaluate evaluate -> each(evaluate.arguments(), action);
            case Relation.Other other -> each(other.scalars(), action);
        }
    }

    /** The scalars that a relation computes. */
    public static List<Scalar> scalars(Relation relation) {
        List<Scalar> scalars = new ArrayList<>();
        forEachScalar(relation, scalars::add);
        return scalars;
    }

    /**
     * Every relation below the roots, the roots with them, inputs before the relations that read them, those inside
     * scalars too. A node that is reached by several ways is listed once.
     */
    public static List<Relation> relations(List<Relation> roots) {
        Collector collector = new Collector();
        for (Relation root : roots) {
            collector.relation(root);
        }
        return collector.found;
    }

    /** Every relation that a scalar reads, in the order of {@link #relations(List)}. */
    public static List<Relation> relations(Scalar root) {
        Collector collector = new Collector();
        collector.scalar(root);
        return collector.found;
    }

    private static <T> void each(List<T> nodes, Consumer<? super T> action) {
        for (int i = 0; i < nodes.size(); i++) {
            action.accept(nodes.get(i));
        }
    }

    private static void values(List<Assignment> assignments, Consumer<? super Scalar> action) {
        for (int i = 0; i < assignments.size(); i++) {
            action.accept(assignments.get(i).value());
        }
    }

    /** Collects relations, each node once: a table bound by {@code let} and read twice may be one shared node. */
    private static final class Collector {
        private final Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Relation> found = new ArrayList<>();
        private final Consumer<Relation> onRelation = this::relation;
        private final Consumer<Scalar> onScalar = this::scalar;

        void relation(Relation relation) {
            if (!seen.add(relation)) {
                return;
            }
            forEachInput(relation, onRelation);
            // The cells of a datatable are constants, and there may be very many of them.
            if (!(relation instanceof Relation.Rows rows && rows.kind() == Relation.RowsKind.DATATABLE)) {
                forEachScalar(relation, onScalar);
            }
            found.add(relation);
        }

        void scalar(Scalar scalar) {
            forEachChild(scalar, onScalar);
            subquery(scalar).ifPresent(onRelation);
        }
    }
}

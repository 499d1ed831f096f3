package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stages of the main pipeline that each column went through: that made it or what it is made of, tested it before
 * that, sorted by it or named it. One pass from the source up; what a join's right side did within itself is the join's.
 */
final class FieldStages {
    private static final BitSet NONE = new BitSet();

    private final Map<ColumnId, BitSet> stages = new HashMap<>();

    private FieldStages() {}

    static FieldStages of(MainPipeline pipeline) {
        FieldStages found = new FieldStages();
        List<Relation> relations = pipeline.relations();
        int i = relations.size() - 1;
        // All that stands below the first operator is the source.
        while (i > 0 && pipeline.stage(i - 1) == 1) {
            i--;
        }
        for (; i >= 0; i--) {
            int stage = pipeline.stage(i);
            if (stage == 1) {
                found.all(relations.get(i).columns(), stage);
            } else {
                found.apply(relations.get(i), stage);
            }
        }
        return found;
    }

    /** The stages of a column, ascending. */
    List<Integer> of(ColumnId column) {
        return numbers(stages.getOrDefault(column, NONE));
    }

    static List<Integer> numbers(BitSet set) {
        List<Integer> numbers = new ArrayList<>(set.cardinality());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            numbers.add(i);
        }
        return numbers;
    }

    private void apply(Relation relation, int stage) {
        switch (relation) {
            case Relation.TableScan ignored -> unknown(relation.columns(), stage);
            case Relation.Rows ignored -> unknown(relation.columns(), stage);
            case Relation.Range ignored -> unknown(relation.columns(), stage);
            case Relation.External ignored -> unknown(relation.columns(), stage);
            case Relation.FunctionScan ignored -> unknown(relation.columns(), stage);
            case Relation.Unresolved ignored -> unknown(relation.columns(), stage);
            case Relation.Filter filter -> touched(filter.predicate(), stage);
            case Relation.Sort sort -> {
                for (Relation.SortKey key : sort.keys()) {
                    touched(key.value(), stage);
                }
            }
            case Relation.Project project -> project(project, stage);
            case Relation.Aggregate aggregate -> {
                assigned(aggregate.keys(), stage);
                assigned(aggregate.aggregates(), stage);
            }
            case Relation.Join join -> {
                for (Relation.JoinCondition condition : join.conditions()) {
                    touched(condition.left(), stage);
                }
                for (Assignment assignment : join.rightColumns()) {
                    stages.put(assignment.column().id(), with(NONE, stage));
                }
            }
            case Relation.Union union -> union(union, stage);
            case Relation.Expand expand -> assigned(expand.items(), stage);
            case Relation.Apply apply -> {
                assigned(apply.items(), stage);
                within(apply.subquery(), apply.input(), stage);
                unknown(apply.columns(), stage);
            }
            case Relation.Parse parse -> made(parse.captured(), List.of(parse.text()), stage);
            case Relation.Evaluate evaluate -> {
                List<Column> made = new ArrayList<>();
                for (Column column : evaluate.columns()) {
                    if (!stages.containsKey(column.id())) {
                        made.add(column);
                    }
                }
                made(made, evaluate.arguments(), stage);
            }
            case Relation.Other other -> {
                made(other.made(), other.scalars(), stage);
                unknown(other.columns(), stage);
            }
            case Relation.Take ignored -> {}
            case Relation.Marker ignored -> {}
        }
    }

    /** The operators of a sub-query over rows of the main pipeline. */
    private void within(Relation subquery, Relation input, int stage) {
        List<Relation> chain = new ArrayList<>();
        Relation next = subquery;
        while (next != input) {
            chain.add(next);
            List<Relation> inputs = Trees.inputs(next);
            if (inputs.isEmpty()) {
                break;
            }
            next = inputs.getFirst();
        }
        for (int i = chain.size() - 1; i >= 0; i--) {
            apply(chain.get(i), stage);
        }
    }

    private void project(Relation.Project project, int stage) {
        boolean names = switch (project.kind()) {
            case PROJECT, PROJECT_KEEP, PROJECT_RENAME -> true;
            case EXTEND, PROJECT_AWAY, PROJECT_REORDER, SERIALIZE -> false;
        };
        if (names) {
            Map<ColumnId, String> before = new HashMap<>();
            if (project.kind() == Relation.ProjectKind.PROJECT_RENAME) {
                for (Column column : project.input().columns()) {
                    before.put(column.id(), column.name());
                }
            }
            for (Column column : project.columns()) {
                if (!column.name().equals(before.get(column.id()))) {
                    touched(column.id(), stage);
                }
            }
        }
        assigned(project.assignments(), stage);
    }

    private void union(Relation.Union union, int stage) {
        List<Column> columns = union.columns();
        BitSet[] found = new BitSet[columns.size()];
        Relation.UnionInput first =
                union.inputs().isEmpty() ? null : union.inputs().getFirst();
        for (int i = 0; i < found.length; i++) {
            BitSet below = NONE;
            if (first != null
                    && i < first.columns().size()
                    && first.columns().get(i).isPresent()) {
                below = stages.getOrDefault(first.columns().get(i).get().id(), NONE);
            }
            found[i] = with(below, stage);
        }
        for (int i = 0; i < found.length; i++) {
            stages.put(columns.get(i).id(), found[i]);
        }
    }

    /** Values are read before any of them is replaced: all assignments of an operator see its input. */
    private void assigned(List<Assignment> assignments, int stage) {
        BitSet[] found = new BitSet[assignments.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = with(below(ColumnReads.of(assignments.get(i).value()).columns()), stage);
        }
        for (int i = 0; i < found.length; i++) {
            stages.put(assignments.get(i).column().id(), found[i]);
        }
    }

    private void made(List<Column> columns, List<Scalar> read, int stage) {
        Set<Column> reads = new HashSet<>();
        for (Scalar scalar : read) {
            reads.addAll(ColumnReads.of(scalar).columns());
        }
        BitSet all = with(below(reads), stage);
        for (Column column : columns) {
            stages.put(column.id(), all);
        }
    }

    private BitSet below(Set<Column> reads) {
        if (reads.size() == 1) {
            return stages.getOrDefault(reads.iterator().next().id(), NONE);
        }
        BitSet all = new BitSet();
        for (Column column : reads) {
            all.or(stages.getOrDefault(column.id(), NONE));
        }
        return all;
    }

    private void touched(Scalar scalar, int stage) {
        for (Column column : ColumnReads.of(scalar).columns()) {
            touched(column.id(), stage);
        }
    }

    private void touched(ColumnId column, int stage) {
        stages.put(column, with(stages.getOrDefault(column, NONE), stage));
    }

    private void all(List<Column> columns, int stage) {
        BitSet only = with(NONE, stage);
        for (Column column : columns) {
            stages.put(column.id(), only);
        }
    }

    private void unknown(List<Column> columns, int stage) {
        BitSet only = with(NONE, stage);
        for (Column column : columns) {
            stages.putIfAbsent(column.id(), only);
        }
    }

    /** Sets are shared between columns and never changed. */
    private static BitSet with(BitSet set, int stage) {
        if (set.get(stage)) {
            return set;
        }
        BitSet more = (BitSet) set.clone();
        more.set(stage);
        return more;
    }
}

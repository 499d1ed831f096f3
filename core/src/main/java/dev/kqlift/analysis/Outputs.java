package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a query returns, each with the operator that gave it its present value.
 *
 * <p>Only the pipeline that passes columns on is followed: from the result down its inputs, on the left of joins. What
 * a join's right side or the inputs of a union did before is hidden behind the join or the union.
 */
public final class Outputs {
    private static final String TABLE = "table";
    private static final String FUNCTION = "function";

    /** The source of each column, by the number of its id. */
    private @Nullable String[] sources = new String[64];

    /** The word for a column that an open relation has though no schema states it. */
    private String opener = TABLE;

    private Outputs() {}

    /** The fields, in the order in which the query returns them; none where it returns a scalar. */
    public static List<OutputField> of(BoundQuery query) {
        if (query.relation().isEmpty()) {
            return List.of();
        }
        Relation result = query.relation().get();
        List<Relation> pipeline = pipeline(result);
        Outputs outputs = new Outputs();
        boolean open = false;
        for (int i = pipeline.size() - 1; i >= 0; i--) {
            Relation relation = pipeline.get(i);
            outputs.apply(relation);
            if (relation.open() && !open) {
                outputs.opener = operator(relation);
            }
            open = relation.open();
        }
        List<OutputField> fields = new ArrayList<>(result.columns().size());
        for (Column column : result.columns()) {
            String source = outputs.source(column);
            fields.add(
                    new OutputField(column.name(), column.type(), source == null ? maker(pipeline, column) : source));
        }
        return fields;
    }

    /** From the result down to the source. */
    private static List<Relation> pipeline(Relation result) {
        List<Relation> pipeline = new ArrayList<>();
        Relation next = result;
        while (next != null) {
            pipeline.add(next);
            next = passedOnFrom(next);
        }
        return pipeline;
    }

    private static @Nullable Relation passedOnFrom(Relation relation) {
        return switch (relation) {
            case Relation.TableScan ignored -> null;
            case Relation.Rows ignored -> null;
            case Relation.Range ignored -> null;
            case Relation.External ignored -> null;
            case Relation.FunctionScan ignored -> null;
            case Relation.Unresolved ignored -> null;
            case Relation.Filter filter -> filter.input();
            case Relation.Project project -> project.input();
            case Relation.Aggregate aggregate -> aggregate.input();
            case Relation.Sort sort -> sort.input();
            case Relation.Take take -> take.input();
            case Relation.Join join -> join.left();
            // With a single input nothing is combined.
            case Relation.Union union ->
                union.inputs().size() == 1 ? union.inputs().getFirst().relation() : null;
            case Relation.Expand expand -> expand.input();
            case Relation.Apply apply -> apply.input();
            case Relation.Parse parse -> parse.input();
            case Relation.Evaluate evaluate -> evaluate.input();
            case Relation.Other other ->
                other.inputs().isEmpty() ? null : other.inputs().getFirst();
            case Relation.Marker marker -> marker.input();
        };
    }

    private void apply(Relation relation) {
        switch (relation) {
            case Relation.TableScan scan -> all(scan.columns(), TABLE);
            case Relation.Unresolved unresolved -> all(unresolved.columns(), TABLE);
            case Relation.FunctionScan scan -> all(scan.columns(), FUNCTION);
            case Relation.Rows ignored -> all(relation.columns(), operator(relation));
            case Relation.Range ignored -> all(relation.columns(), operator(relation));
            case Relation.External ignored -> all(relation.columns(), operator(relation));
            case Relation.Project project -> project(project);
            case Relation.Aggregate aggregate -> {
                assigned(aggregate.keys(), operator(aggregate));
                assigned(aggregate.aggregates(), operator(aggregate));
            }
            case Relation.Join join -> {
                assigned(join.rightColumns(), operator(join));
                unknown(join.columns(), join.left().open() ? opener : operator(join));
            }
            case Relation.Union union -> union(union);
            case Relation.Expand expand -> assigned(expand.items(), operator(expand));
            case Relation.Apply apply -> unknown(apply.columns(), operator(apply));
            case Relation.Parse parse -> all(parse.captured(), operator(parse));
            case Relation.Evaluate evaluate -> unknown(evaluate.columns(), operator(evaluate));
            case Relation.Other other -> {
                all(other.made(), operator(other));
                unknown(other.columns(), operator(other));
            }
            case Relation.Filter ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Marker ignored -> {}
        }
    }

    /** The word for what a relation makes, the operator's name in KQL. */
    static String operator(Relation relation) {
        return switch (relation) {
            case Relation.TableScan ignored -> TABLE;
            case Relation.Unresolved ignored -> TABLE;
            case Relation.FunctionScan ignored -> FUNCTION;
            case Relation.Rows rows ->
                switch (rows.kind()) {
                    case DATATABLE -> "datatable";
                    case PRINT -> "print";
                };
            case Relation.Range ignored -> "range";
            case Relation.External ignored -> "externaldata";
            case Relation.Filter ignored -> "where";
            case Relation.Project project ->
                switch (project.kind()) {
                    case EXTEND -> "extend";
                    case PROJECT -> "project";
                    case PROJECT_AWAY -> "project-away";
                    case PROJECT_KEEP -> "project-keep";
                    case PROJECT_RENAME -> "project-rename";
                    case PROJECT_REORDER -> "project-reorder";
                    case SERIALIZE -> "serialize";
                };
            case Relation.Aggregate aggregate ->
                switch (aggregate.kind()) {
                    case SUMMARIZE -> "summarize";
                    case DISTINCT -> "distinct";
                    case COUNT -> "count";
                };
            case Relation.Sort ignored -> "sort";
            case Relation.Take take ->
                switch (take.kind()) {
                    case TAKE -> "take";
                    case TOP -> "top";
                    case SAMPLE -> "sample";
                };
            case Relation.Join join -> join.lookup() ? "lookup" : "join";
            case Relation.Union ignored -> "union";
            case Relation.Expand ignored -> "mv-expand";
            case Relation.Apply apply -> apply.operator();
            case Relation.Parse parse -> parse.operator();
            case Relation.Evaluate ignored -> "evaluate";
            case Relation.Other other -> other.operator();
            case Relation.Marker marker -> marker.operator();
        };
    }

    private void project(Relation.Project project) {
        String operator = operator(project);
        if (project.kind() == Relation.ProjectKind.PROJECT) {
            // Passing a column on counts as making it, unless it comes straight from the source.
            for (Column column : project.columns()) {
                if (!isOriginal(sourceIn(project.input(), column))) {
                    put(column, operator);
                }
            }
        } else if (project.input().open()) {
            for (Column column : project.columns()) {
                sourceIn(project.input(), column);
            }
        }
        for (Assignment assignment : project.assignments()) {
            put(assignment.column(), passedOn(project, assignment, operator));
        }
    }

    /** {@code project X = X} passes a column on, and so does a renaming by assignment; {@code extend} never does. */
    private String passedOn(Relation.Project project, Assignment assignment, String operator) {
        if (!(assignment.value() instanceof Scalar.ColumnRef reference)) {
            return operator;
        }
        String source = sourceIn(project.input(), reference.column());
        return switch (project.kind()) {
            case EXTEND, SERIALIZE -> operator;
            case PROJECT ->
                source != null
                                && isOriginal(source)
                                && reference
                                        .column()
                                        .name()
                                        .equals(assignment.column().name())
                        ? source
                        : operator;
            case PROJECT_AWAY, PROJECT_KEEP, PROJECT_RENAME, PROJECT_REORDER -> source != null ? source : operator;
        };
    }

    private static boolean isOriginal(@Nullable String source) {
        return TABLE.equals(source) || FUNCTION.equals(source);
    }

    private void union(Relation.Union union) {
        if (union.inputs().size() == 1) {
            List<Optional<Column>> given = union.inputs().getFirst().columns();
            for (int i = 0; i < union.columns().size() && i < given.size(); i++) {
                Column column = union.columns().get(i);
                String source = given.get(i).map(this::source).orElse(null);
                if (source != null) {
                    put(column, source);
                }
            }
        }
        unknown(union.columns(), operator(union));
    }

    private void all(List<Column> columns, String operator) {
        for (int i = 0; i < columns.size(); i++) {
            put(columns.get(i), operator);
        }
    }

    private void assigned(List<Assignment> assignments, String operator) {
        for (int i = 0; i < assignments.size(); i++) {
            put(assignments.get(i).column(), operator);
        }
    }

    private void unknown(List<Column> columns, String operator) {
        for (int i = 0; i < columns.size(); i++) {
            if (source(columns.get(i)) == null) {
                put(columns.get(i), operator);
            }
        }
    }

    /** As {@link #source}; a column that an open input has without stating it is that of what opened the input. */
    private @Nullable String sourceIn(Relation input, Column column) {
        if (input.open() && source(column) == null) {
            put(column, opener);
        }
        return source(column);
    }

    private @Nullable String source(Column column) {
        int number = column.id().number();
        return number >= 0 && number < sources.length ? sources[number] : null;
    }

    private void put(Column column, String operator) {
        int number = column.id().number();
        if (number < 0) {
            return;
        }
        if (number >= sources.length) {
            sources = Arrays.copyOf(sources, Math.max(number + 1, sources.length * 2));
        }
        sources[number] = operator;
    }

    /** The lowest operator that states a column, where none is known to have made it. */
    private static String maker(List<Relation> pipeline, Column column) {
        for (int i = pipeline.size() - 1; i >= 0; i--) {
            for (Column stated : pipeline.get(i).columns()) {
                if (stated.id().equals(column.id())) {
                    return operator(pipeline.get(i));
                }
            }
        }
        return TABLE;
    }
}

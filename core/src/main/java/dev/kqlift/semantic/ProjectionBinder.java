package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code extend}, {@code project} and its family, {@code print}. */
final class ProjectionBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final SeveralColumns several;

    ProjectionBinder(Session session, ScalarBinder scalars) {
        this.session = session;
        this.scalars = scalars;
        this.several = new SeveralColumns(session, scalars);
    }

    static void replaceOrAdd(List<Column> columns, Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column.name())) {
                columns.set(i, column);
                return;
            }
        }
        columns.add(column);
    }

    // ---- extend

    Relation extend(
            Relation input, List<NamedExpression> items, Relation.ProjectKind kind, Origin origin, Names names) {
        RowScope row = RowScope.of(input);
        List<Assignment> assignments = new ArrayList<>(items.size());
        ColumnNames numbers = new ColumnNames();
        for (NamedExpression item : items) {
            Scalar value = scalars.bind(item.value(), row, names);
            List<Assignment> several = this.several.of(item, value);
            if (!several.isEmpty()) {
                assignments.addAll(several);
                continue;
            }
            if (item.names().isEmpty()) {
                Expression plain = bare(item.value());
                if (plain instanceof Expression.NameReference) {
                    continue;
                }
                String name = scalars.resultNames().of(item.value(), false).orElse(null);
                assignments.add(new Assignment(
                        session.column(name == null ? numbers.numbered(row) : name, value.type()), value));
                continue;
            }
            assignments.add(new Assignment(session.column(item.names().get(0).text(), value.type()), value));
        }
        Relation known = Inference.add(input, row.inferred());
        List<Column> columns = new ArrayList<>(known.columns().size() + assignments.size());
        columns.addAll(known.columns());
        for (Assignment assignment : assignments) {
            replaceOrAdd(columns, assignment.column());
        }
        return new Relation.Project(known, kind, assignments, columns, input.open(), origin);
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
            inner = nested;
        }
        return inner;
    }

    // ---- project

    Relation project(Relation input, List<NamedExpression> items, Origin origin, Names names) {
        RowScope row = RowScope.of(input);
        List<Assignment> assignments = new ArrayList<>();
        List<Column> columns = new ArrayList<>(items.size());
        ColumnNames used = new ColumnNames();
        for (NamedExpression item : items) {
            item.names().forEach(name -> used.take(name.text()));
            if (item.names().isEmpty() && bare(item.value()) instanceof Expression.NameReference name) {
                used.take(name.name());
            }
        }
        for (NamedExpression item : items) {
            Scalar value = scalars.bind(item.value(), row, names);
            List<Assignment> several = this.several.of(item, value);
            if (!several.isEmpty()) {
                assignments.addAll(several);
                several.forEach(assignment -> columns.add(assignment.column()));
                continue;
            }
            boolean passedOn = value instanceof Scalar.ColumnRef
                    && item.names().isEmpty()
                    && bare(item.value()) instanceof Expression.NameReference;
            if (passedOn) {
                addOnce(columns, ((Scalar.ColumnRef) value).column(), item.origin());
                continue;
            }
            String name = nameOf(item, used, row);
            Column column = session.column(name, value.type());
            if (addOnce(columns, column, item.origin())) {
                assignments.add(new Assignment(column, value));
            }
        }
        return new Relation.Project(
                Inference.add(input, row.inferred()),
                Relation.ProjectKind.PROJECT,
                assignments,
                columns,
                false,
                origin);
    }

    private String nameOf(NamedExpression item, ColumnNames used, RowScope row) {
        if (!item.names().isEmpty()) {
            return item.names().get(0).text();
        }
        if (bare(item.value()) instanceof Expression.NameReference name) {
            return name.name();
        }
        return scalars.resultNames().of(item.value(), false).map(used::unique).orElseGet(() -> used.numbered(row));
    }

    private boolean addOnce(List<Column> columns, Column column, Origin origin) {
        for (Column existing : columns) {
            if (existing.name().equals(column.name())) {
                session.report(
                        DiagnosticCode.KT001,
                        origin,
                        "a column `" + column.name() + "` is already there; give it another name");
                return false;
            }
        }
        columns.add(column);
        return true;
    }

    // ---- project-away, project-keep, project-by-names

    Relation names(Relation input, TabularOperator.ProjectNames project, Names names) {
        RowScope row = RowScope.of(input);
        // What is computed may name any column, so that the result is not known.
        boolean computed =
                project.names().stream().anyMatch(item -> item.pattern().isEmpty() && isComputed(item.expression()));
        return switch (project.kind()) {
            case AWAY -> {
                Set<Column> away = new LinkedHashSet<>();
                for (NamePattern item : project.names()) {
                    away.addAll(matching(item, input.columns(), row, names));
                }
                List<Column> columns = new ArrayList<>();
                for (Column column : input.columns()) {
                    if (!away.contains(column)) {
                        columns.add(column);
                    }
                }
                yield new Relation.Project(
                        input,
                        Relation.ProjectKind.PROJECT_AWAY,
                        List.of(),
                        columns,
                        input.open() || computed,
                        project.origin());
            }
            case KEEP -> {
                Set<Column> kept = new LinkedHashSet<>();
                for (NamePattern item : project.names()) {
                    kept.addAll(matching(item, input.columns(), row, names));
                }
                List<Column> columns = new ArrayList<>();
                for (Column column : input.columns()) {
                    if (kept.contains(column)) {
                        columns.add(column);
                    }
                }
                columns.addAll(row.inferred());
                yield new Relation.Project(
                        Inference.add(input, row.inferred()),
                        Relation.ProjectKind.PROJECT_KEEP,
                        List.of(),
                        columns,
                        computed
                                || input.open()
                                        && project.names().stream()
                                                .anyMatch(item -> item.pattern().isPresent()),
                        project.origin());
            }
            case BY_NAMES -> {
                Set<Column> kept = new LinkedHashSet<>();
                for (NamePattern item : project.names()) {
                    kept.addAll(matching(item, input.columns(), row, names));
                }
                yield new Relation.Project(
                        Inference.add(input, row.inferred()),
                        Relation.ProjectKind.PROJECT_KEEP,
                        List.of(),
                        List.copyOf(kept),
                        computed || kept.isEmpty() || input.open(),
                        project.origin());
            }
        };
    }

    private static boolean isComputed(Expression expression) {
        Expression bare = bare(expression);
        return !(bare instanceof Expression.NameReference)
                && !(bare instanceof Expression.StringLiteral)
                && !(bare instanceof Expression.DynamicLiteral)
                && !(bare instanceof Expression.Call call
                        && "column_names_of".equals(call.function().text()));
    }

    /** The columns that a name or a pattern means, in the order of the input. */
    private List<Column> matching(NamePattern item, List<Column> columns, RowScope row, Names names) {
        if (item.pattern().isPresent()) {
            return matching(item.pattern().get(), columns);
        }
        if (bare(item.expression()) instanceof Expression.StringLiteral(var text, var hidden, var origin)) {
            return text.contains("*")
                    ? matching(text, columns)
                    : row.find(text).map(List::of).orElse(List.of());
        }
        Scalar bound = scalars.bind(item.expression(), row, names);
        if (bound instanceof Scalar.Constant(Value.Array(var values), var origin)) {
            return listed(values, columns);
        }
        if (bound instanceof Scalar.ColumnRef(var column, var origin)) {
            return List.of(column);
        }
        if (!(bound instanceof Scalar.Unbound)) {
            session.report(
                    DiagnosticCode.KB004, item.origin(), "which columns this names is not known; write their names");
        }
        return List.of();
    }

    /** The columns that a constant list names, in its order. */
    private static List<Column> listed(List<Value> values, List<Column> columns) {
        List<Column> found = new ArrayList<>();
        for (Value value : values) {
            if (value instanceof Value.Text(var pattern)) {
                found.addAll(matching(pattern, columns));
            }
        }
        return found;
    }

    static List<Column> matching(String pattern, List<Column> columns) {
        List<Column> found = new ArrayList<>();
        for (Column column : columns) {
            if (Wildcards.matches(pattern, column.name())) {
                found.add(column);
            }
        }
        return found;
    }

    // ---- project-rename, project-reorder

    Relation rename(Relation input, List<NamedExpression> items, Origin origin, Names names) {
        RowScope row = RowScope.of(input);
        record Renaming(Column from, Column to) {}
        List<Renaming> renamings = new ArrayList<>(items.size());
        for (NamedExpression item : items) {
            Scalar value = scalars.bind(item.value(), row, names);
            if (item.names().isEmpty()) {
                session.report(
                        DiagnosticCode.KT001, item.origin(), "a renaming is written `new = old`; give the new name");
            }
            if (value instanceof Scalar.ColumnRef(var column, var ignored)
                    && !item.names().isEmpty()) {
                renamings.add(new Renaming(
                        column, new Column(column.id(), item.names().get(0).text(), column.type())));
            }
        }
        Relation known = Inference.add(input, row.inferred());
        List<Column> columns = new ArrayList<>(known.columns());
        for (int i = 0; i < columns.size(); i++) {
            for (Renaming renaming : renamings) {
                if (columns.get(i).id().equals(renaming.from().id())) {
                    columns.set(i, renaming.to());
                    break;
                }
            }
        }
        return new Relation.Project(
                known, Relation.ProjectKind.PROJECT_RENAME, List.of(), columns, input.open(), origin);
    }

    Relation reorder(Relation input, TabularOperator.ProjectReorder reorder, Names names) {
        RowScope row = RowScope.of(input);
        Set<Column> ordered = new LinkedHashSet<>();
        Set<Column> named = new LinkedHashSet<>();
        for (TabularOperator.ReorderItem item : reorder.items()) {
            if (item.name().pattern().isEmpty()) {
                for (Column column : matching(item.name(), input.columns(), row, names)) {
                    if (!named.add(column)) {
                        session.report(
                                DiagnosticCode.KT001,
                                item.name().origin(),
                                "`" + column.name() + "` stands here twice; leave one out");
                    }
                }
            }
        }
        Relation known = Inference.add(input, row.inferred());
        for (TabularOperator.ReorderItem item : reorder.items()) {
            boolean pattern = item.name().pattern().isPresent();
            List<Column> found = new ArrayList<>(matching(item.name(), known.columns(), row, names));
            if (pattern) {
                // A pattern leaves alone what another item names.
                found.removeAll(named);
            }
            item.direction().ifPresent(direction -> {
                Comparator<Column> byName = Comparator.comparing(Column::name, String.CASE_INSENSITIVE_ORDER);
                found.sort(direction.ascending() ? byName : byName.reversed());
            });
            ordered.addAll(found);
        }
        List<Column> columns = new ArrayList<>(ordered);
        for (Column column : known.columns()) {
            if (!ordered.contains(column)) {
                columns.add(column);
            }
        }
        return new Relation.Project(
                known, Relation.ProjectKind.PROJECT_REORDER, List.of(), columns, input.open(), reorder.origin());
    }

    // ---- print

    Relation print(TabularOperator.Print print, Names names) {
        List<Column> columns = new ArrayList<>();
        List<Scalar> row = new ArrayList<>();
        for (int i = 0; i < print.items().size(); i++) {
            NamedExpression item = print.items().get(i);
            Scalar value = scalars.bind(item.value(), RowScope.NONE, names);
            List<Assignment> several = this.several.of(item, value);
            if (!several.isEmpty()) {
                several.forEach(assignment -> {
                    columns.add(assignment.column());
                    row.add(assignment.value());
                });
                continue;
            }
            String name;
            if (!item.names().isEmpty()) {
                name = item.names().get(0).text();
            } else {
                Expression bare = bare(item.value());
                boolean path = bare instanceof Expression.Path || bare instanceof Expression.Element;
                Optional<String> own = path ? scalars.resultNames().of(bare, false) : Optional.empty();
                name = own.orElse("print_" + i);
            }
            columns.add(session.column(name, value.type()));
            row.add(value);
        }
        return new Relation.Rows(Relation.RowsKind.PRINT, columns, List.of(row), print.origin());
    }
}

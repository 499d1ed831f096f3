package dev.kqlift.semantic;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code search} and {@code find}: predicates over many tables at once. */
final class SearchBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;
    private final CombinationBinder combinations;

    SearchBinder(Session session, ScalarBinder scalars, TableBinder tables, CombinationBinder combinations) {
        this.session = session;
        this.scalars = scalars;
        this.tables = tables;
        this.combinations = combinations;
    }

    // ---- search and find

    Relation search(Optional<Relation> input, TabularOperator.Search search, Names names) {
        List<TableBinder.Source> sources = new ArrayList<>();
        input.ifPresent(piped -> sources.add(new TableBinder.Source(piped, Optional.empty())));
        for (NamePattern table : search.tables()) {
            sources.addAll(tables.sources(table, names));
        }
        if (sources.isEmpty()) {
            sources.addAll(tables.sources(TableBinder.EVERY_TABLE, search.origin(), names));
        }
        Relation all = all(sources, search.origin());
        RowScope row = RowScope.of(all);
        boolean withCase = search.parameters().stream()
                .anyMatch(parameter -> "kind".equals(parameter.name()) && "case_sensitive".equals(parameter.word()));
        Scalar predicate = scalars.bind(SearchPredicate.expand(search.predicate(), withCase), row, names);
        Relation known = Inference.add(all, row.inferred());
        Column table = session.column("$table", KqlType.STRING);
        List<Column> columns = new ArrayList<>();
        columns.add(table);
        columns.addAll(known.columns());
        return new Relation.Other(
                "search",
                List.of(known),
                List.of(predicate),
                List.of(table),
                columns,
                known.open(),
                new OperatorMeaning.Search(table, input.isPresent()),
                search.origin());
    }

    Relation find(TabularOperator.Find find, Names names) {
        List<TableBinder.Source> sources = new ArrayList<>();
        for (NamePattern table : find.tables()) {
            sources.addAll(tables.sources(table, names));
        }
        if (sources.isEmpty()) {
            sources.addAll(tables.sources(TableBinder.EVERY_TABLE, find.origin(), names));
        }
        Relation all = all(sources, find.origin());
        RowScope row = RowScope.of(all);
        Scalar predicate = scalars.bind(SearchPredicate.expand(find.predicate(), false), row, names);
        String sourceName = "source_";
        for (Parameter parameter : find.parameters()) {
            if (parameter.name().startsWith("with")) {
                sourceName = parameter.word();
            }
        }
        List<Column> made = new ArrayList<>(List.of(session.column(sourceName, KqlType.STRING)));
        List<Column> columns = new ArrayList<>(made);
        if (find.columns().isEmpty()) {
            foundColumns(sources.stream().map(TableBinder.Source::relation).toList(), predicate, row, made, columns);
        }
        for (TabularOperator.FindColumn column : find.columns()) {
            if (column.name().isEmpty()) {
                Column packed = session.column("pack_", KqlType.DYNAMIC);
                made.add(packed);
                columns.add(packed);
            } else {
                String name = column.name().get().text();
                Optional<KqlType> type = column.type().flatMap(KqlType::ofName);
                columns.add(row.find(name)
                        .filter(found -> type.isEmpty() || found.type() == type.get())
                        .orElseGet(() -> {
                            Column missing = session.column(name, type.orElse(KqlType.UNKNOWN));
                            made.add(missing);
                            return missing;
                        }));
            }
        }
        Relation known = Inference.add(all, row.inferred());
        boolean open = known.open() && find.columns().isEmpty();
        Optional<Column> packed =
                made.stream().filter(column -> "pack_".equals(column.name())).findFirst();
        return new Relation.Other("find", List.of(known), List.of(predicate), made, columns, open, find.origin())
                .meaning(new OperatorMeaning.Find(made.getFirst(), packed));
    }

    /** One table as it is; several, or a view that has a name of its own, as a union. */
    private Relation all(List<TableBinder.Source> sources, Origin origin) {
        return sources.size() == 1 && sources.getFirst().view().isEmpty()
                ? sources.getFirst().relation()
                : combinations.searched(sources, origin);
    }

    /**
     * The columns of a {@code find} that names none: those that all tables with a column of the predicate share, the
     * predicate's own, and a bag of the rest where there is a rest.
     */
    private void foundColumns(
            List<Relation> sources, Scalar predicate, RowScope row, List<Column> made, List<Column> columns) {
        List<Column> asked = new ArrayList<>();
        askedColumns(predicate, asked);
        List<Relation> searched = sources.stream()
                .filter(source -> source.columns().stream().anyMatch(column -> has(asked, column.name())))
                .toList();
        if (searched.isEmpty()) {
            searched = sources;
        }
        boolean rest = false;
        for (Relation source : searched) {
            for (Column column : source.columns()) {
                List<Relation> all = searched;
                boolean common = all.stream().allMatch(other -> has(other.columns(), column.name()));
                if (!common) {
                    rest |= !has(asked, column.name());
                } else if (!has(columns, column.name())) {
                    columns.add(row.find(column.name()).orElse(column));
                }
            }
        }
        for (Column column : asked) {
            if (!has(columns, column.name())) {
                columns.add(column);
            }
        }
        if (rest) {
            Column packed = session.column("pack_", KqlType.DYNAMIC);
            made.add(packed);
            columns.add(packed);
        }
    }

    private static boolean has(List<Column> columns, String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void askedColumns(Scalar scalar, List<Column> into) {
        if (scalar instanceof Scalar.ColumnRef(var column, var origin)) {
            into.add(column);
        }
        Trees.forEachChild(scalar, child -> askedColumns(child, into));
    }
}

package dev.kqlift.pipe;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FieldMap;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.translation.Cause;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Relations of the IR as commands of ES|QL. One for each translation. */
final class EsqlRelations {
    /** What one request returns at most. */
    private static final long MOST_ROWS = 10_000;

    private static final List<String> METADATA = List.of("_id", "_index", "_version");

    private final IndexPatterns indices;
    private final EsqlColumns columns;
    private final LocalNotes notes;
    private final EsqlValues values;
    private final EsqlValues groupValues;
    private final List<PipeCommand> commands = new ArrayList<>();
    private boolean broken;
    private boolean grouped;
    private boolean oneRow;

    private EsqlRelations(IndexPatterns indices, FieldMap fields, FunctionTable functions, LocalNotes notes) {
        this.indices = indices;
        this.notes = notes;
        this.columns = new EsqlColumns(fields, notes);
        this.values = new EsqlValues(columns, notes, functions, false);
        this.groupValues = new EsqlValues(columns, notes, functions, true);
    }

    /** The plan of a query; empty where a note says that something is unsupported. */
    static Optional<PipePlan> lower(
            Relation relation, IndexPatterns indices, FieldMap fields, FunctionTable functions, LocalNotes notes) {
        EsqlRelations relations = new EsqlRelations(indices, fields, functions, notes);
        relations.visit(relation);
        if (notes.anyUnsupported()) {
            return Optional.empty();
        }
        relations.limit(relation);
        return Optional.of(new PipePlan(relations.commands));
    }

    /** An operator without a form: what follows would only complain about columns that it makes. */
    private void refuse(Relation relation, String why) {
        if (!broken) {
            notes.add(relation, LocalNote.unsupported(why, relation.origin()));
        }
        broken = true;
    }

    private void visit(Relation relation) {
        switch (relation) {
            case Relation.TableScan scan -> scan(scan);
            case Relation.Filter filter -> {
                visit(filter.input());
                if (!broken) {
                    filter(filter);
                }
            }
            case Relation.Project project -> {
                visit(project.input());
                if (!broken) {
                    project(project);
                }
            }
            case Relation.Aggregate aggregate -> {
                visit(aggregate.input());
                if (!broken) {
                    aggregate(aggregate);
                }
            }
            case Relation.Sort sort -> {
                visit(sort.input());
                if (!broken) {
                    sort(sort);
                }
            }
            case Relation.Take take -> {
                visit(take.input());
                if (!broken) {
                    take(take);
                }
            }
            case Relation.Marker marker -> {
                visit(marker.input());
                notes.add(marker, LocalNote.leftOut("`" + marker.operator() + "` changes no row", marker.origin()));
            }
            case Relation.Parse parse -> {
                visit(parse.input());
                refuse(parse, "`" + parse.operator() + "` cuts texts in another way than ES|QL's DISSECT");
            }
            case Relation.Expand expand -> {
                visit(expand.input());
                refuse(expand, "`mv-expand` reads arrays, which ES|QL's multivalues do not keep");
            }
            case Relation.Join join -> {
                visit(join.left());
                refuse(
                        join,
                        join.lookup()
                                ? "`lookup` needs its right side as a lookup index"
                                : "ES|QL joins an index with a lookup index only, not two sets of events");
            }
            case Relation.Union union ->
                refuse(union, "ES|QL of this version cannot put the rows of several queries together");
            case Relation.Rows rows -> refuse(rows, "ES|QL has no literal tables");
            case Relation.Range range -> refuse(range, "ES|QL has no table of a range");
            case Relation.External external -> refuse(external, "ES|QL reads no external data");
            case Relation.FunctionScan scan ->
                refuse(scan, "which index holds the rows of `" + scan.function() + "` is not known");
            case Relation.Apply apply -> {
                visit(apply.input());
                refuse(apply, "ES|QL has no form of `" + apply.operator() + "`");
            }
            case Relation.Evaluate evaluate -> {
                visit(evaluate.input());
                refuse(evaluate, "ES|QL has no form of the plugin `" + evaluate.name() + "`");
            }
            case Relation.Other other -> {
                other.inputs().forEach(this::visit);
                refuse(other, "ES|QL has no form of `" + other.operator() + "`");
            }
            case Relation.Unresolved unresolved ->
                notes.add(unresolved, LocalNote.notUnderstood("the source is not understood", unresolved.origin()));
        }
    }

    private void scan(Relation.TableScan scan) {
        columns.scan(scan);
        Optional<IndexPatterns.Place> known = indices.known(scan.table());
        IndexPatterns.Place place = known.orElseGet(() -> IndexPatterns.ownName(scan.table()));
        notes.add(scan, LocalNote.assumption(whereabouts(scan.table(), place, known.isPresent()), scan.origin()));
        notes.add(
                scan,
                LocalNote.assumption(
                        "each field holds at most one value: ES|QL's conditions fail on lists of values",
                        scan.origin()));
        commands.add(new PipeCommand.From(List.of(place.pattern()), METADATA));
        place.field().ifPresent(field -> commands.add(new PipeCommand.Where(among(field, place.values()))));
    }

    private static String whereabouts(String table, IndexPatterns.Place place, boolean known) {
        if (!known) {
            return "no index is known for `" + table + "`; `" + place.pattern()
                    + "` is taken to hold its rows, with its columns by their names";
        }
        return place.field()
                .map(field -> "the rows of `" + table + "` are those of `" + place.pattern() + "` whose `" + field
                        + "` is " + String.join(" or ", place.values()))
                .orElseGet(() -> "`" + place.pattern() + "` holds the rows of `" + table + "` and no others");
    }

    private static PipeExpression among(String field, List<String> values) {
        PipeExpression subject = new PipeExpression.Field(field);
        return values.size() == 1
                ? new PipeExpression.Binary(PipeOperator.EQUAL, subject, new PipeExpression.Text(values.getFirst()))
                : new PipeExpression.Membership(
                        subject,
                        values.stream()
                                .<PipeExpression>map(PipeExpression.Text::new)
                                .toList(),
                        false);
    }

    private void filter(Relation.Filter filter) {
        PipeExpression condition = values.conditions().holds(filter.predicate(), false);
        if (!EsqlValues.refused(condition)) {
            commands.add(new PipeCommand.Where(condition));
        }
    }

    // Columns.

    private void project(Relation.Project project) {
        List<PipeCommand.Target> targets = new ArrayList<>();
        Set<String> readSoFar = new HashSet<>();
        boolean clash = false;
        List<PipeExpression> lowered = new ArrayList<>();
        for (Assignment assignment : project.assignments()) {
            lowered.add(values.value(assignment.value()));
        }
        for (int i = project.assignments().size() - 1; i >= 0; i--) {
            // All values are of the old columns, and the target computes one after the other.
            clash |= readSoFar.contains(project.assignments().get(i).column().name());
            FieldNames.collect(lowered.get(i), readSoFar);
        }
        for (int i = 0; i < lowered.size(); i++) {
            String name = project.assignments().get(i).column().name();
            targets.add(new PipeCommand.Target(clash ? EsqlColumns.waiting(i) : name, lowered.get(i)));
        }
        if (!targets.isEmpty()) {
            commands.add(new PipeCommand.Eval(targets));
        }
        if (clash) {
            commands.add(new PipeCommand.Rename(renamings(project, targets)));
        }
        for (Assignment assignment : project.assignments()) {
            columns.make(assignment.column(), assignment.column().name());
        }
        renames(project);
        switch (project.kind()) {
            case PROJECT, PROJECT_KEEP -> keep(project);
            case PROJECT_AWAY -> drop(project);
            case PROJECT_REORDER ->
                notes.add(project, LocalNote.leftOut("the order of the columns is left out", project.origin()));
            case EXTEND, PROJECT_RENAME, SERIALIZE -> {}
        }
    }

    private static List<PipeCommand.Renaming> renamings(Relation.Project project, List<PipeCommand.Target> targets) {
        List<PipeCommand.Renaming> result = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            result.add(new PipeCommand.Renaming(
                    targets.get(i).name(), project.assignments().get(i).column().name()));
        }
        return result;
    }

    /** A column that a command made takes the name that is new here; a field of the index keeps its own. */
    private void renames(Relation.Project project) {
        Map<ColumnId, String> before = new HashMap<>();
        project.input().columns().forEach(column -> before.put(column.id(), column.name()));
        List<PipeCommand.Renaming> result = new ArrayList<>();
        for (Column column : project.columns()) {
            boolean renamed = !before.getOrDefault(column.id(), column.name()).equals(column.name());
            Optional<String> made = columns.made(column);
            if (renamed && made.isPresent() && !made.get().equals(column.name())) {
                result.add(new PipeCommand.Renaming(made.get(), column.name()));
                columns.make(column, column.name());
            }
        }
        if (!result.isEmpty()) {
            commands.add(new PipeCommand.Rename(result));
        }
    }

    private void keep(Relation.Project project) {
        Set<String> names = new LinkedHashSet<>();
        List<String> fields = new ArrayList<>();
        for (Column column : project.columns()) {
            Optional<String> name = columns.current(column);
            if (name.isEmpty()) {
                notes.add(
                        project,
                        new LocalNote(
                                DiagnosticCode.KX004,
                                Fidelity.APPROXIMATE,
                                Cause.TARGET,
                                "`" + column.name() + "` is out of reach of ES|QL and missing in the result",
                                project.origin(),
                                List.of(column.id())));
                continue;
            }
            names.add(name.get());
            if (!name.get().equals(column.name())) {
                fields.add("`" + column.name() + "` as `" + name.get() + "`");
            }
        }
        if (!fields.isEmpty()) {
            notes.add(project, LocalNote.renamed("the result has " + String.join(", ", fields), project.origin()));
        }
        if (!grouped) {
            names.addAll(METADATA);
        }
        if (names.isEmpty()) {
            refuse(project, "no column is left");
            return;
        }
        commands.add(new PipeCommand.Keep(List.copyOf(names)));
    }

    private void drop(Relation.Project project) {
        Set<ColumnId> left = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (Column column : project.columns()) {
            left.add(column.id());
            columns.current(column).ifPresent(used::add);
        }
        List<String> dropped = new ArrayList<>();
        boolean indexed = false;
        for (Column column : project.input().columns()) {
            if (!left.contains(column.id())) {
                Optional<String> made = columns.made(column).filter(name -> !used.contains(name));
                made.ifPresent(dropped::add);
                indexed |= made.isEmpty();
            }
        }
        if (indexed) {
            // A DROP of a field that an index lacks is an error.
            notes.add(
                    project,
                    LocalNote.leftOut(
                            "fields of the index that are projected away stay in the result", project.origin()));
        }
        if (!dropped.isEmpty()) {
            commands.add(new PipeCommand.Drop(dropped));
        }
    }

    // Groups.

    private void aggregate(Relation.Aggregate aggregate) {
        List<PipeCommand.Target> aggregates = new ArrayList<>();
        Set<String> read = new HashSet<>();
        for (Assignment assignment : aggregate.aggregates()) {
            PipeExpression value = assignment.value() instanceof Scalar.AggregateCall call
                    ? groupValues.aggregate(call, true)
                    : groupValues.value(assignment.value());
            if (EsqlValues.refused(value)) {
                // What `arg_max(t, *)` returns besides would only be refused again.
                broken = true;
                return;
            }
            FieldNames.collect(value, read);
            aggregates.add(new PipeCommand.Target(assignment.column().name(), value));
        }
        List<PipeCommand.Target> before = new ArrayList<>();
        List<PipeCommand.Target> keys = new ArrayList<>();
        List<PipeCommand.Renaming> after = new ArrayList<>();
        for (Assignment assignment : aggregate.keys()) {
            key(assignment, read, before, keys, after);
        }
        if (!before.isEmpty()) {
            commands.add(new PipeCommand.Eval(before));
        }
        commands.add(new PipeCommand.Stats(aggregates, keys));
        if (!after.isEmpty()) {
            commands.add(new PipeCommand.Rename(after));
        }
        for (Assignment assignment : aggregate.aggregates()) {
            columns.make(assignment.column(), assignment.column().name());
        }
        grouped = true;
        oneRow = aggregate.keys().isEmpty();
    }

    private void key(
            Assignment assignment,
            Set<String> read,
            List<PipeCommand.Target> before,
            List<PipeCommand.Target> keys,
            List<PipeCommand.Renaming> after) {
        Column column = assignment.column();
        PipeExpression value = values.value(assignment.value());
        if (EsqlValues.refused(value)) {
            return;
        }
        boolean text = column.type() == KqlType.STRING;
        if (column.type() == KqlType.UNKNOWN) {
            notes.add(
                    assignment.value(),
                    LocalNote.assumption(
                            "`" + column.name() + "` is not missing in some events and empty in others",
                            assignment.value().origin()));
        }
        boolean passed = assignment.value() instanceof Scalar.ColumnRef reference
                && reference.column().name().equals(column.name());
        String name = passed && assignment.value() instanceof Scalar.ColumnRef reference
                ? columns.current(reference.column()).orElse(column.name())
                : column.name();
        PipeExpression filled = text ? EsqlValues.present(value) : value;
        if (passed) {
            // The empty text takes the place of a missing one, which changes no aggregate of the same field.
            if (!filled.equals(new PipeExpression.Field(name))) {
                before.add(new PipeCommand.Target(name, filled));
            }
            keys.add(new PipeCommand.Target(name, new PipeExpression.Field(name)));
        } else if (read.contains(name)) {
            String waiting = EsqlColumns.waiting(keys.size());
            keys.add(new PipeCommand.Target(waiting, filled));
            after.add(new PipeCommand.Renaming(waiting, name));
        } else {
            keys.add(new PipeCommand.Target(name, filled));
        }
        columns.make(column, name);
    }

    // Order and number.

    private void sort(Relation.Sort sort) {
        List<PipeCommand.Key> keys = new ArrayList<>();
        for (Relation.SortKey key : sort.keys()) {
            PipeExpression value = values.value(key.value());
            // A missing text is the empty one, the least of all; KQL's rules for nulls are not about texts.
            boolean nullsFirst = key.value().type() == KqlType.STRING ? key.ascending() : key.nullsFirst();
            keys.add(new PipeCommand.Key(value, key.ascending(), nullsFirst));
        }
        commands.add(new PipeCommand.Sort(keys));
    }

    private void take(Relation.Take take) {
        if (!(take.count() instanceof Scalar.Constant(Value.Whole(long count, KqlType type), var origin))
                || count < 0) {
            refuse(take, "the number of rows is no constant");
            return;
        }
        if (take.kind() == Relation.TakeKind.SAMPLE) {
            notes.add(
                    take,
                    LocalNote.leftOpen(
                            "`sample` takes rows at random, here the first ones are taken", take.origin(), List.of()));
        }
        if (count > MOST_ROWS) {
            notes.add(take, LocalNote.narrower("ES|QL returns at most " + MOST_ROWS + " rows", take.origin()));
        }
        commands.add(new PipeCommand.Limit(Math.min(count, MOST_ROWS)));
    }

    private void limit(Relation root) {
        boolean limited = !commands.isEmpty() && commands.getLast() instanceof PipeCommand.Limit;
        if (limited || oneRow) {
            return;
        }
        notes.add(
                root,
                LocalNote.assumption(
                        "a run finds at most " + MOST_ROWS + " rows, which is all that ES|QL returns", root.origin()));
        commands.add(new PipeCommand.Limit(MOST_ROWS));
    }
}

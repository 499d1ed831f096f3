package dev.kqlift.sigma;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FieldMap;
import dev.kqlift.mapping.LogSource;
import dev.kqlift.mapping.TableFields;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Relations of the IR as one Sigma rule: a log source and a detection. One for each translation. */
final class SigmaRelations {
    private final SigmaFields fields;
    private final SigmaConditions conditions;
    private final LocalNotes notes;
    private final SigmaCounts counts;
    private final List<SigmaPredicate> predicates = new ArrayList<>();
    private Optional<LogSource> logSource = Optional.empty();
    private Optional<String> definition = Optional.empty();
    private final List<Scalar> windows = new ArrayList<>();
    private boolean projected;
    private boolean broken;

    private SigmaRelations(FieldMap map, LocalNotes notes, RuleDocument document) {
        this.notes = notes;
        this.fields = new SigmaFields(map, notes);
        this.conditions = new SigmaConditions(fields, notes);
        this.counts = new SigmaCounts(fields, notes, document);
    }

    /** The plan of a rule; empty where a note says that something is unsupported. */
    static Optional<SigmaPlan> lower(RuleDocument document, Relation relation, FieldMap map, LocalNotes notes) {
        SigmaRelations relations = new SigmaRelations(map, notes, document);
        relations.visit(relation);
        return relations.plan(document, relation);
    }

    private Optional<SigmaPlan> plan(RuleDocument document, Relation root) {
        SigmaPredicate whole = SigmaPredicate.all(predicates);
        Optional<SigmaPlan.Correlation> correlation = counts.correlation(root);
        windows.forEach(window -> wider(window, root));
        if (whole instanceof SigmaPredicate.Always(boolean value) && !notes.anyUnsupported()) {
            notes.add(
                    root,
                    LocalNote.unsupported(
                            value
                                    ? "the rule takes every event of the table, and Sigma has no detection without a"
                                            + " condition"
                                    : "the condition never holds, and Sigma has no detection that finds nothing",
                            root.origin()));
        }
        if (notes.anyUnsupported() || logSource.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SigmaPlan(
                SigmaHead.of(document),
                logSource.get(),
                definition,
                SelectionBuilder.build(whole),
                shownFields(root),
                correlation));
    }

    /** More events make more matches, and more counts over a threshold from below: wider for the result as a whole. */
    private void wider(Scalar window, Relation root) {
        notes.add(
                root, LocalNote.wider("a Sigma rule has no window of time: events of any time match", window.origin()));
    }

    private List<String> shownFields(Relation root) {
        Set<String> names = new LinkedHashSet<>();
        if (projected && !root.open()) {
            for (Column column : root.columns()) {
                fields.shown(column).ifPresent(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** An operator without a form: what follows would only complain about columns that it makes. */
    private void refuse(Relation relation, String why) {
        if (!broken) {
            notes.add(relation, LocalNote.unsupported(why, relation.origin()));
        }
        broken = true;
    }

    private void leftOut(Relation relation, String why) {
        notes.add(relation, LocalNote.leftOut(why, relation.origin()));
    }

    private void visit(Relation relation) {
        switch (relation) {
            case Relation.TableScan scan -> scan(scan);
            case Relation.Filter filter -> {
                visit(filter.input());
                if (broken) {
                    return;
                }
                if (counts.counting()) {
                    counts.threshold(filter);
                } else {
                    filter(filter.predicate());
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
                    counts.aggregate(aggregate, windows);
                }
            }
            case Relation.Sort sort -> {
                visit(sort.input());
                leftOut(sort, "the order of the rows is left out");
            }
            case Relation.Take take -> {
                visit(take.input());
                notes.add(take, LocalNote.wider("Sigma finds all events, not the first ones", take.origin()));
            }
            case Relation.Marker marker -> {
                visit(marker.input());
                leftOut(marker, "`" + marker.operator() + "` changes no row");
            }
            case Relation.Parse parse -> {
                visit(parse.input());
                if (parse.operator().equals("parse")) {
                    leftOut(parse, "`parse` makes columns only, which no condition may read");
                } else {
                    refuse(parse, "`" + parse.operator() + "` takes rows away by their text");
                }
            }
            case Relation.Expand expand -> {
                visit(expand.input());
                refuse(expand, "Sigma does not look at single items of a list");
            }
            case Relation.Join join -> {
                visit(join.left());
                refuse(
                        join,
                        join.lookup() ? "Sigma has no lookup" : "Sigma joins no two sets of events by their values");
            }
            case Relation.Union union -> refuse(union, "a Sigma rule is about one log source");
            case Relation.Rows rows -> refuse(rows, "Sigma has no literal tables");
            case Relation.Range range -> refuse(range, "Sigma has no literal tables");
            case Relation.External external -> refuse(external, "Sigma reads no external data");
            case Relation.FunctionScan scan ->
                refuse(scan, "which log source holds the events of `" + scan.function() + "` is not known");
            case Relation.Apply apply -> {
                visit(apply.input());
                refuse(apply, "Sigma has no form of `" + apply.operator() + "`");
            }
            case Relation.Evaluate evaluate -> {
                visit(evaluate.input());
                refuse(evaluate, "Sigma has no form of the plugin `" + evaluate.name() + "`");
            }
            case Relation.Other other -> {
                other.inputs().forEach(this::visit);
                refuse(other, "Sigma has no form of `" + other.operator() + "`");
            }
            case Relation.Unresolved unresolved ->
                notes.add(unresolved, LocalNote.notUnderstood("the source is not understood", unresolved.origin()));
        }
    }

    private void scan(Relation.TableScan scan) {
        fields.scan(scan);
        Optional<TableFields> table = fields.table(scan.table());
        LogSource known = table.map(TableFields::logSource)
                .orElseGet(() -> new LogSource(Optional.empty(), Optional.empty(), Optional.empty()));
        if (known.isEmpty()) {
            logSource = Optional.of(new LogSource(
                    Optional.of("azure"),
                    Optional.empty(),
                    Optional.of(scan.table().toLowerCase(Locale.ROOT))));
            definition = Optional.of("Events of the table " + scan.table());
            notes.add(
                    scan,
                    LocalNote.assumption(
                            "no log source is agreed for `" + scan.table() + "`, so that it gets one of its own name",
                            scan.origin()));
            return;
        }
        logSource = Optional.of(known);
        boolean broad = known.category().isEmpty() && known.service().isEmpty();
        definition = broad ? Optional.of("Events of the table " + scan.table()) : Optional.empty();
        notes.add(
                scan,
                LocalNote.assumption(
                        "the log source stands for the events of `" + scan.table() + "` and no others", scan.origin()));
    }

    /** The operands of a conjunction one by one, so that a window of time can be told from the rest. */
    private void filter(Scalar predicate) {
        if (predicate instanceof Scalar.Logical logical && logical.conjunction()) {
            logical.operands().forEach(this::filter);
        } else if (window(predicate)) {
            windows.add(predicate);
        } else {
            predicates.add(conditions.holds(predicate, false));
        }
    }

    /** A comparison of a time of the event with a fixed instant or one counted from now. */
    private static boolean window(Scalar predicate) {
        return switch (predicate) {
            case Scalar.Comparison comparison ->
                eventTime(comparison.left()) && fixedTime(comparison.right())
                        || fixedTime(comparison.left()) && eventTime(comparison.right());
            case Scalar.Between between ->
                eventTime(between.subject())
                        && fixedTime(between.low())
                        && (fixedTime(between.high()) || between.high() instanceof Scalar.Constant);
            case Scalar other -> false;
        };
    }

    private static boolean eventTime(Scalar scalar) {
        return scalar instanceof Scalar.ColumnRef reference
                && reference.column().type() == KqlType.DATETIME;
    }

    /** The seconds that {@code x > ago(span)} looks back; empty for another window. */
    static Optional<Long> lookBack(Scalar window) {
        return window instanceof Scalar.Comparison comparison
                        && comparison.right() instanceof Scalar.Call call
                        && call.function().name().equals("ago")
                        && call.arguments().getFirst()
                                instanceof Scalar.Constant(Value.TimeSpan(long ticks), var origin)
                        && ticks > 0
                        && ticks % 10_000_000 == 0
                ? Optional.of(ticks / 10_000_000)
                : Optional.empty();
    }

    private static boolean fixedTime(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Constant constant -> constant.type() == KqlType.DATETIME || constant.type() == KqlType.TIMESPAN;
            case Scalar.Call call ->
                call.type() == KqlType.DATETIME && call.arguments().stream().allMatch(SigmaRelations::fixedTime);
            case Scalar.Arithmetic arithmetic -> fixedTime(arithmetic.left()) && fixedTime(arithmetic.right());
            case Scalar other -> false;
        };
    }

    private void project(Relation.Project project) {
        for (Assignment assignment : project.assignments()) {
            fields.compute(assignment.column(), assignment.value());
        }
        projected |=
                project.kind() == Relation.ProjectKind.PROJECT || project.kind() == Relation.ProjectKind.PROJECT_KEEP;
        leftOut(project, "columns change no row; Sigma shows the event");
    }
}

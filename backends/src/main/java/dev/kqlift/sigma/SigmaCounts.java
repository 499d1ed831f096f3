package dev.kqlift.sigma;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Located;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups as correlations. A correlation slides its window over the events, KQL counts in bins or in the rule's period:
 * whatever exceeds a number in a bin does so in some window, so that a threshold from below finds at least KQL's
 * groups.
 */
final class SigmaCounts {
    private static final long TICKS_PER_SECOND = 10_000_000;
    /** One event makes a group in any span. */
    private static final long ANY_SPAN = 86_400;

    private static final Pattern SHORT = Pattern.compile("(\\d{1,5})([dhms])");
    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

    private final SigmaFields fields;
    private final LocalNotes notes;
    private final RuleDocument document;
    private final Map<ColumnId, Optional<String>> counted = new HashMap<>();
    private final Set<String> groupBy = new LinkedHashSet<>();
    private Optional<Relation.Aggregate> aggregate = Optional.empty();
    private Optional<Long> seconds = Optional.empty();
    private Optional<SigmaPlan.Correlation> threshold = Optional.empty();

    SigmaCounts(SigmaFields fields, LocalNotes notes, RuleDocument document) {
        this.fields = fields;
        this.notes = notes;
        this.document = document;
    }

    /** True above the groups. */
    boolean counting() {
        return aggregate.isPresent();
    }

    private void refuse(Relation relation, String why) {
        notes.add(relation, LocalNote.unsupported(why, relation.origin()));
    }

    /**
     * The groups.
     *
     * @param windows the windows of time below them
     */
    void aggregate(Relation.Aggregate relation, List<Scalar> windows) {
        if (aggregate.isPresent()) {
            refuse(relation, "Sigma groups once, not groups of groups");
            return;
        }
        aggregate = Optional.of(relation);
        if (relation.keys().isEmpty()) {
            refuse(relation, "a count of all events is a row even where there are none, which Sigma has no form for");
            return;
        }
        for (Assignment key : relation.keys()) {
            key(relation, key);
        }
        if (groupBy.isEmpty() && !notes.anyUnsupported()) {
            refuse(relation, "Sigma groups by at least one field besides the time");
            return;
        }
        for (Assignment value : relation.aggregates()) {
            if (value.value() instanceof Scalar.AggregateCall call) {
                count(value.column(), call);
            }
        }
        if (seconds.isEmpty()) {
            seconds = document.metadata().queryPeriod().map(Located::value).flatMap(SigmaCounts::period);
        }
        for (Scalar window : windows) {
            if (seconds.isEmpty()) {
                seconds = SigmaRelations.lookBack(window);
            }
        }
    }

    private void key(Relation.Aggregate relation, Assignment key) {
        if (key.value() instanceof Scalar.Call call
                && call.function().name().equals("bin")
                && call.type() == KqlType.DATETIME
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof Scalar.Constant(Value.TimeSpan(long ticks), var origin)
                && ticks >= TICKS_PER_SECOND
                && ticks % TICKS_PER_SECOND == 0
                && seconds.isEmpty()) {
            seconds = Optional.of(ticks / TICKS_PER_SECOND);
            return;
        }
        Optional<SigmaFields.Subject> subject = fields.subject(key.value(), key.value());
        if (subject.isEmpty()) {
            return;
        }
        if (subject.get().folding() != SigmaFields.Folding.NONE || subject.get().tail()) {
            refuse(relation, "Sigma groups by fields as they are");
            return;
        }
        groupBy.add(subject.get().name());
    }

    private void count(Column column, Scalar.AggregateCall call) {
        switch (call.function().name()) {
            case "count" -> counted.put(column.id(), Optional.empty());
            case "dcount", "count_distinct" -> {
                if (call.arguments().getFirst() instanceof Scalar.ColumnRef reference) {
                    fields.subject(reference, call)
                            .filter(subject -> subject.folding() == SigmaFields.Folding.NONE && !subject.tail())
                            .ifPresent(subject -> counted.put(column.id(), Optional.of(subject.name())));
                }
            }
            default -> {}
        }
    }

    /** A filter over the groups. */
    void threshold(Relation.Filter filter) {
        if (notes.anyUnsupported()) {
            return;
        }
        if (threshold.isPresent() || !(filter.predicate() instanceof Scalar.Comparison comparison)) {
            refuse(filter, "of the values of a group, Sigma tests one number");
            return;
        }
        boolean turned = comparison.left() instanceof Scalar.Constant;
        Scalar subject = turned ? comparison.right() : comparison.left();
        Scalar bound = turned ? comparison.left() : comparison.right();
        ComparisonOperator operator = turned ? comparison.operator().turned() : comparison.operator();
        if (seconds.isEmpty()) {
            refuse(filter, "the span of time in which Sigma counts is not known: no bins, no period, no window");
            return;
        }
        boolean atLeast = operator == ComparisonOperator.GREATER || operator == ComparisonOperator.GREATER_OR_EQUAL;
        boolean known = subject instanceof Scalar.ColumnRef column
                && counted.containsKey(column.column().id());
        if (!atLeast
                || !known
                || !(subject instanceof Scalar.ColumnRef reference)
                || !(bound instanceof Scalar.Constant(Value.Whole whole, var origin))) {
            refuse(filter, "of the values of a group, Sigma tests the number of events or of values from below");
            return;
        }
        Optional<String> field = counted.getOrDefault(reference.column().id(), Optional.empty());
        if (field.isPresent()) {
            notes.add(
                    filter,
                    LocalNote.assumption(
                            "the events have the field whose values are counted, and KQL's estimate of their number is"
                                    + " right",
                            filter.origin()));
        }
        threshold =
                Optional.of(correlation(field, operator == ComparisonOperator.GREATER ? "gt" : "gte", whole.value()));
        notes.add(
                filter,
                LocalNote.wider(
                        "Sigma counts in a window that slides over the events, KQL in fixed spans", filter.origin()));
    }

    private SigmaPlan.Correlation correlation(Optional<String> field, String operator, long count) {
        return new SigmaPlan.Correlation(
                field, new ArrayList<>(groupBy), timespan(seconds.orElse(ANY_SPAN)), operator, count);
    }

    /** The correlation of the groups; empty where the query has none. */
    Optional<SigmaPlan.Correlation> correlation(Relation root) {
        if (aggregate.isEmpty() || notes.anyUnsupported()) {
            return Optional.empty();
        }
        notes.add(
                root,
                LocalNote.approximate(
                        "a correlation finds the groups, and has none of the values computed for them", root.origin()));
        if (!groupBy.isEmpty()) {
            notes.add(
                    aggregate.get(),
                    LocalNote.assumption(
                            "the events have all the fields by which they are grouped",
                            aggregate.get().origin()));
        }
        return threshold.or(() -> Optional.of(correlation(Optional.empty(), "gte", 1)));
    }

    private static String timespan(long length) {
        long day = 86_400;
        if (length % day == 0) {
            return length / day + "d";
        }
        if (length % 3600 == 0) {
            return length / 3600 + "h";
        }
        return length % 60 == 0 ? length / 60 + "m" : length + "s";
    }

    /** A period as rules write it: {@code 1h}, {@code PT1H}, {@code P1D}. */
    static Optional<Long> period(String text) {
        Matcher simple = SHORT.matcher(text.strip());
        if (simple.matches()) {
            long count = Long.parseLong(simple.group(1));
            long unit = switch (simple.group(2)) {
                case "d" -> 86_400;
                case "h" -> 3600;
                case "m" -> 60;
                default -> 1;
            };
            return count == 0 ? Optional.empty() : Optional.of(count * unit);
        }
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return Optional.empty();
        }
        long length = part(iso, 1) * 86_400 + part(iso, 2) * 3600 + part(iso, 3) * 60 + part(iso, 4);
        return length == 0 ? Optional.empty() : Optional.of(length);
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}

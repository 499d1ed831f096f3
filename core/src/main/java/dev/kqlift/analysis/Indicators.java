package dev.kqlift.analysis;

import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query looks for in which field: one entry for each field, kind of test and negation over the whole query, with
 * the constants of all its tests in the order of the text.
 */
public final class Indicators {
    private static final Comparator<Indicator> ORDER = Comparator.comparing(Indicator::field, CodePointOrder.COMPARATOR)
            .thenComparing(indicator -> indicator.kind().word())
            .thenComparing(Indicator::negated);

    private Indicators() {}

    /** The indicators of a query, sorted by field, kind and negation in code-point order. */
    public static List<Indicator> of(BoundQuery query) {
        List<Relation> relations = QueryRelations.of(query);
        return of(query, relations, Lineage.of(relations));
    }

    static List<Indicator> of(BoundQuery query, List<Relation> relations, Lineage lineage) {
        PredicateCollector collector = new PredicateCollector();
        for (Relation relation : relations) {
            collector.relation(relation);
        }
        query.scalar().ifPresent(collector::value);
        return merge(inTextOrder(collector.found()), lineage);
    }

    /** Relations are walked from the sources up, which is not the text's order where a bound table is read late. */
    private static List<Predicate> inTextOrder(List<Predicate> predicates) {
        for (int i = 1; i < predicates.size(); i++) {
            if (predicates.get(i).start() < predicates.get(i - 1).start()) {
                List<Predicate> sorted = new ArrayList<>(predicates);
                sorted.sort(Comparator.comparingInt(Predicate::start));
                return sorted;
            }
        }
        return predicates;
    }

    private static List<Indicator> merge(List<Predicate> predicates, Lineage lineage) {
        Map<Key, Entry> entries = new LinkedHashMap<>();
        for (Predicate predicate : predicates) {
            Key key = new Key(predicate.field().name(), predicate.kind(), predicate.negated());
            Entry entry = entries.get(key);
            if (entry == null) {
                entry = new Entry();
                entries.put(key, entry);
            }
            entry.add(predicate, lineage);
        }
        List<Indicator> indicators = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> indicators.add(entry.indicator(key)));
        indicators.sort(ORDER);
        return indicators;
    }

    private record Key(String field, IndicatorKind kind, boolean negated) {}

    /** What the tests of one entry have in common so far. */
    private static final class Entry {
        private final Set<String> values = new LinkedHashSet<>();
        private @Nullable ColumnId column;
        private Collection<String> columns = List.of();
        private boolean sensitive;
        private boolean insensitive;

        void add(Predicate predicate, Lineage lineage) {
            values.addAll(predicate.values());
            if (predicate.caseSensitive() != null) {
                sensitive |= predicate.caseSensitive();
                insensitive |= !predicate.caseSensitive();
            }
            ColumnId tested = predicate.field().column();
            if (tested != null && !tested.equals(column)) {
                column = tested;
                addColumns(lineage.of(tested));
            }
        }

        private void addColumns(List<String> more) {
            if (columns.isEmpty()) {
                columns = more;
            } else if (!columns.containsAll(more)) {
                Set<String> both = new TreeSet<>(CodePointOrder.COMPARATOR);
                both.addAll(columns);
                both.addAll(more);
                columns = both;
            }
        }

        Indicator indicator(Key key) {
            Optional<Boolean> caseSensitive = sensitive == insensitive ? Optional.empty() : Optional.of(sensitive);
            return new Indicator(
                    key.field(), key.kind(), List.copyOf(values), key.negated(), caseSensitive, List.copyOf(columns));
        }
    }
}

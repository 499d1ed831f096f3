package dev.kqlift.sql;

import dev.kqlift.rendering.Fragment;
import java.util.List;
import java.util.Optional;

/**
 * A query of the target before it is printed: named steps, each reading those before it, and the last one.
 *
 * @param steps in the order in which they are defined
 * @param result the query's own rows
 */
record SqlPlan(List<Step> steps, Body result) {
    SqlPlan {
        steps = List.copyOf(steps);
    }

    /** A named step. */
    record Step(String name, Body body) {}

    /** What a step consists of. */
    sealed interface Body {}

    /**
     * @param items empty means all columns of the source
     * @param source a table, a step or a join of them, finished
     * @param groupBy the places of the items that are grouped by, from 1
     * @param qualify a condition on window functions
     */
    record Select(
            boolean distinct,
            List<Item> items,
            Optional<String> source,
            List<Fragment> where,
            List<Integer> groupBy,
            Optional<Fragment> qualify,
            List<String> orderBy,
            Optional<String> limit)
            implements Body {
        Select {
            items = List.copyOf(items);
            where = List.copyOf(where);
            groupBy = List.copyOf(groupBy);
            orderBy = List.copyOf(orderBy);
        }

        static Select of(List<Item> items, String source) {
            return new Select(
                    false,
                    items,
                    Optional.of(source),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }

        Select where(List<Fragment> conditions) {
            return new Select(distinct, items, source, conditions, groupBy, qualify, orderBy, limit);
        }

        Select groupedBy(List<Integer> places) {
            return new Select(distinct, items, source, where, places, qualify, orderBy, limit);
        }

        Select unique() {
            return new Select(true, items, source, where, groupBy, qualify, orderBy, limit);
        }

        Select qualified(Fragment condition) {
            return new Select(distinct, items, source, where, groupBy, Optional.of(condition), orderBy, limit);
        }

        Select orderedBy(List<String> keys) {
            return new Select(distinct, items, source, where, groupBy, qualify, keys, limit);
        }

        Select limitedTo(String count) {
            return new Select(distinct, items, source, where, groupBy, qualify, orderBy, Optional.of(count));
        }
    }

    /** All rows of all parts. */
    record UnionAll(List<Select> parts) implements Body {
        UnionAll {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A column of a step.
     *
     * @param name its name in the step, unquoted; empty where the value is a plain column of that name
     */
    record Item(Fragment value, Optional<String> name) {
        static Item named(Fragment value, String name) {
            return new Item(value, value.text().equals(SqlNames.quoted(name)) ? Optional.empty() : Optional.of(name));
        }
    }
}

package dev.kqlift.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * A detection as a tree of conditions on the fields of one event. It has two truth values: a missing field does not
 * match.
 */
public sealed interface SigmaPredicate {
    /**
     * A field and the values of which one must match, or all for the modifier {@code all}.
     *
     * @param modifiers in the order in which they apply
     */
    record Item(String field, List<String> modifiers, List<SigmaValue> values) implements SigmaPredicate {
        public Item {
            modifiers = List.copyOf(modifiers);
            values = List.copyOf(values);
        }

        /** The key of the detection: {@code field|modifier}. */
        String key() {
            return modifiers.isEmpty() ? field : field + "|" + String.join("|", modifiers);
        }

        boolean allOf() {
            return modifiers.contains("all");
        }
    }

    record All(List<SigmaPredicate> parts) implements SigmaPredicate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<SigmaPredicate> parts) implements SigmaPredicate {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record None(SigmaPredicate part) implements SigmaPredicate {}

    /** True for every event or for none. */
    record Always(boolean value) implements SigmaPredicate {}

    /** Stands where Sigma has no form. A note says why, and the detection is never printed. */
    record Refused() implements SigmaPredicate {}

    /** A conjunction, with constants folded and conjunctions inside of it taken in. */
    static SigmaPredicate all(List<SigmaPredicate> parts) {
        return joined(parts, true);
    }

    /** A disjunction, in the same way. */
    static SigmaPredicate any(List<SigmaPredicate> parts) {
        return joined(parts, false);
    }

    /** The opposite. */
    static SigmaPredicate not(SigmaPredicate part) {
        return switch (part) {
            case Always(boolean value) -> new Always(!value);
            case None(SigmaPredicate inner) -> inner;
            case Refused refused -> refused;
            case Item item -> new None(item);
            case All all -> new None(all);
            case Any any -> new None(any);
        };
    }

    private static SigmaPredicate joined(List<SigmaPredicate> parts, boolean conjunction) {
        List<SigmaPredicate> flat = new ArrayList<>();
        for (SigmaPredicate part : parts) {
            switch (part) {
                case Refused refused -> {
                    return refused;
                }
                case Always(boolean value)
                when value != conjunction -> {
                    return part;
                }
                case Always always -> {}
                case All(List<SigmaPredicate> inner) when conjunction -> flat.addAll(inner);
                case Any(List<SigmaPredicate> inner) when !conjunction -> flat.addAll(inner);
                case SigmaPredicate other -> flat.add(other);
            }
        }
        if (flat.isEmpty()) {
            return new Always(conjunction);
        }
        if (flat.size() == 1) {
            return flat.getFirst();
        }
        return conjunction ? new All(flat) : new Any(flat);
    }
}

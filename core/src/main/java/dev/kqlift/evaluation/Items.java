package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right side of {@code in} and {@code has_any}, asked for many rows. Texts among texts and whole numbers among
 * whole numbers are looked up in a set; whatever could be more than such a comparison goes through {@link Membership}, item
 * by item.
 */
final class Items {
    private final List<Value> values;
    private @Nullable Texts texts;
    private @Nullable Wholes wholes;
    private @Nullable Patterns patterns;

    /** The texts, as they are and in lower case, where there is nothing but texts of ASCII. */
    private record Texts(boolean only, Set<String> exact, Set<String> lower) {
        static Texts of(List<Value> values) {
            Texts texts = new Texts(true, HashSet.newHashSet(values.size()), HashSet.newHashSet(values.size()));
            return texts.take(values) ? texts : new Texts(false, Set.of(), Set.of());
        }

        /** Takes texts, those in arrays too; false where something else is among them. */
        private boolean take(List<Value> values) {
            for (Value value : values) {
                if (value instanceof Value.Array(var nested) && take(nested)) {
                    continue;
                }
                if (!(value instanceof Value.Text(var text)) || !Folding.isAscii(text)) {
                    return false;
                }
                exact.add(text);
                lower.add(Folding.lower(text));
            }
            return true;
        }
    }

    /** The whole numbers, where there is nothing else. */
    private record Wholes(boolean only, Set<Long> numbers) {
        static Wholes of(List<Value> values) {
            Set<Long> numbers = HashSet.newHashSet(values.size());
            for (Value value : values) {
                if (!(value instanceof Value.Whole(var number, var type))) {
                    return new Wholes(false, Set.of());
                }
                numbers.add(number);
            }
            return new Wholes(true, numbers);
        }
    }

    Items(List<Value> values) {
        this.values = values;
    }

    /** The items as what a text match looks for. */
    Patterns patterns() {
        if (patterns == null) {
            patterns = new Patterns(values);
        }
        return patterns;
    }

    /** Whether the subject is one of the items, as {@link Membership#contains} says. */
    boolean contains(Value subject, CaseRule caseRule, Origin origin) {
        if (subject instanceof Value.Text(var text) && Folding.isAscii(text)) {
            if (texts == null) {
                texts = Texts.of(values);
            }
            if (texts.only()) {
                return caseRule == CaseRule.SENSITIVE
                        ? texts.exact().contains(text)
                        : texts.lower().contains(Folding.lower(text));
            }
        }
        if (subject instanceof Value.Whole(var number, var type)) {
            if (wholes == null) {
                wholes = Wholes.of(values);
            }
            if (wholes.only()) {
                return wholes.numbers().contains(number);
            }
        }
        return Membership.contains(subject, values, caseRule, origin);
    }
}

package dev.kqlift.document;

import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads values that should have a shape, and keeps a list of those that have another. A value that stands where a list of
 * such values is asked for is noted and read all the same.
 */
final class ShapeReader {
    /** Anchors can make lists of lists as long as the square of the file's length; no rule has as many items as this. */
    private static final int MOST_ITEMS = 10_000;

    private static final String LIST_OF_MAPS = "a list of maps";

    private final boolean template;
    private int itemsLeft = MOST_ITEMS;
    private final List<WrongShape> wrongShapes = new ArrayList<>();
    private final List<Located<String>> unread = new ArrayList<>();

    /** A reader of a rule, which in an ARM template may have expressions for values. */
    ShapeReader(RuleKind kind) {
        this.template = kind == RuleKind.ARM;
    }

    List<WrongShape> wrongShapes() {
        return wrongShapes;
    }

    List<Located<String>> unread() {
        return unread;
    }

    void wrong(String key, String wanted, Datum found) {
        wrongShapes.add(new WrongShape(key, wanted, found.span()));
    }

    Optional<Located<String>> text(Datum.Mapping mapping, String key) {
        return scalar(mapping, key).map(this::value);
    }

    /** The scalar of a key, as long as it is no expression of a template. */
    Optional<Datum.Scalar> scalar(Datum.Mapping mapping, String key) {
        return mapping.get(key).flatMap(value -> scalar(key, value));
    }

    Optional<Located<String>> text(String key, Datum value) {
        return scalar(key, value).map(this::value);
    }

    private Optional<Datum.Scalar> scalar(String key, Datum value) {
        if (!(value instanceof Datum.Scalar scalar) || scalar.isNull()) {
            wrong(key, "a text", value);
            return Optional.empty();
        }
        if (template && scalar.form() == ScalarForm.JSON_STRING && ArmExpressions.isExpression(scalar.value())) {
            unread.add(located(scalar));
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    Optional<Located<Boolean>> flag(Datum.Mapping mapping, String key) {
        Optional<Datum.Scalar> scalar = scalar(mapping, key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String word = scalar.get().value().strip();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Optional.of(
                    new Located<>(word.equalsIgnoreCase("true"), scalar.get().span()));
        }
        wrong(key, "true or false", scalar.get());
        return Optional.empty();
    }

    Optional<Datum.Mapping> mapping(Datum.Mapping owner, String key) {
        Optional<Datum> value = owner.get(key);
        if (value.isPresent() && value.get() instanceof Datum.Mapping mapping) {
            return Optional.of(mapping);
        }
        value.filter(other -> !isExpression(other)).ifPresent(other -> wrong(key, "a map", other));
        return Optional.empty();
    }

    /** The texts of a list; of one text that stands in its place, that. */
    List<Located<String>> texts(Datum.Mapping owner, String key) {
        List<Located<String>> texts = new ArrayList<>();
        for (Datum item : items(owner, key, "a list of texts")) {
            text(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    /** The maps of a list; of one map that stands in its place, that. */
    List<Datum.Mapping> mappings(Datum.Mapping owner, String key) {
        List<Datum.Mapping> mappings = new ArrayList<>();
        for (Datum item : items(owner, key, LIST_OF_MAPS)) {
            if (item instanceof Datum.Mapping mapping) {
                mappings.add(mapping);
            } else if (!isExpression(item)) {
                wrong(key, "a map", item);
            }
        }
        return mappings;
    }

    /** The items of a list, or the one value in its place. */
    List<Datum> items(Datum.Mapping owner, String key, String wanted) {
        Optional<Datum> value = owner.get(key);
        if (value.isEmpty() || isExpression(value.get())) {
            return List.of();
        }
        if (value.get() instanceof Datum.Sequence sequence) {
            return bounded(key, sequence.items(), sequence);
        }
        wrong(key, wanted, value.get());
        // A text in place of a list of maps would be noted twice.
        return wanted.equals(LIST_OF_MAPS) && value.get() instanceof Datum.Scalar ? List.of() : List.of(value.get());
    }

    /** The entries of a map with the keys that the rule's author chose. */
    List<Datum.Entry> entries(String key, Datum.Mapping mapping) {
        return bounded(key, mapping.entries(), mapping);
    }

    private <T> List<T> bounded(String key, List<T> items, Datum whole) {
        int taken = Math.min(itemsLeft, items.size());
        itemsLeft -= taken;
        if (taken < items.size()) {
            wrong(key, "at most " + MOST_ITEMS + " items in the whole rule", whole);
        }
        return items.subList(0, taken);
    }

    /** True for an expression of a template, which is noted. */
    private boolean isExpression(Datum value) {
        return template
                && value instanceof Datum.Scalar scalar
                && ArmExpressions.isExpression(scalar.value())
                && unread.add(located(scalar));
    }

    /** In a template a doubled bracket at the start stands for one. */
    private Located<String> value(Datum.Scalar scalar) {
        boolean escaped = template && ArmExpressions.isEscaped(scalar.value());
        return new Located<>(escaped ? scalar.value().substring(1) : scalar.value(), scalar.span());
    }

    static Located<String> located(Datum.Scalar scalar) {
        return new Located<>(scalar.value(), scalar.span());
    }
}

package dev.kqlift.analysis;

import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field as a rule names it: a column, or a path into a dynamic one. Conversions and changes of case around it are
 * left out of the name; any other computation has no name.
 *
 * @param name the column's name at that point of the query, or the path with dots and indexes; {@code *} for any column
 * @param column the column at the root of the path; null for {@code *} and for names that are not bound
 */
record Field(String name, @Nullable ColumnId column) {
    /** Functions that give the same value in another type or case; their argument is the first. */
    private static final Set<String> CONVERSIONS = Set.of(
            "parse_json",
            "parsejson",
            "tobool",
            "toboolean",
            "todatetime",
            "todecimal",
            "todouble",
            "todynamic",
            "toguid",
            "toint",
            "tolong",
            "tolower",
            "toobject",
            "toreal",
            "tostring",
            "totime",
            "totimespan",
            "toupper");

    /** Their first argument is the pattern to cut off, the second the text. */
    private static final Set<String> TRIMS = Set.of("trim", "trim_end", "trim_start");

    /** The field that a scalar is, or null where it is a computation. */
    static @Nullable Field of(Scalar scalar) {
        // The common case first: no path, nothing to strip.
        if (scalar instanceof Scalar.ColumnRef reference) {
            return new Field(reference.column().name(), reference.column().id());
        }
        StringBuilder path = new StringBuilder();
        ColumnId column = null;
        Scalar rest = scalar;
        while (true) {
            Step step = step(rest);
            if (step == null) {
                return null;
            }
            path.insert(0, step.text());
            if (step.below() == null) {
                column = step.column();
                break;
            }
            rest = step.below();
        }
        return new Field(path.toString(), column);
    }

    /**
     * One step towards the root of a path.
     *
     * @param text what it adds in front of the path so far
     * @param below where the path goes on; null at the root
     */
    private record Step(
            String text, @Nullable Scalar below, @Nullable ColumnId column) {
        static Step root(String name, @Nullable ColumnId column) {
            return new Step(name, null, column);
        }
    }

    private static @Nullable Step step(Scalar scalar) {
        return switch (scalar) {
            case Scalar.ColumnRef reference ->
                Step.root(reference.column().name(), reference.column().id());
            case Scalar.AnyColumn ignored -> Step.root("*", null);
            case Scalar.Unbound unbound -> isIdentifier(unbound.text()) ? Step.root(unbound.text(), null) : null;
            case Scalar.Member member -> new Step(key(member.name()), member.target(), null);
            case Scalar.Element element -> element(element);
            case Scalar.Call call -> call(call.function().name(), call.arguments());
            case Scalar.Constant ignored -> null;
            case Scalar.Comparison ignored -> null;
            case Scalar.StringMatch ignored -> null;
            case Scalar.InList ignored -> null;
            case Scalar.InRelation ignored -> null;
            case Scalar.Between ignored -> null;
            case Scalar.Logical ignored -> null;
            case Scalar.Not ignored -> null;
            case Scalar.Arithmetic ignored -> null;
            case Scalar.Negate ignored -> null;
            case Scalar.AggregateCall ignored -> null;
            case Scalar.UnknownCall ignored -> null;
            case Scalar.Subquery ignored -> null;
            case Scalar.RelationArgument ignored -> null;
        };
    }

    private static @Nullable Step element(Scalar.Element element) {
        if (!(element.index() instanceof Scalar.Constant constant)) {
            return null;
        }
        return switch (constant.value()) {
            case Value.Whole index -> new Step("[" + index.value() + "]", element.target(), null);
            case Value.Text name -> new Step(key(name.value()), element.target(), null);
            case Value.Bool ignored -> null;
            case Value.Real ignored -> null;
            case Value.Decimal ignored -> null;
            case Value.DateTime ignored -> null;
            case Value.TimeSpan ignored -> null;
            case Value.Guid ignored -> null;
            case Value.Array ignored -> null;
            case Value.Bag ignored -> null;
            case Value.Null ignored -> null;
        };
    }

    private static @Nullable Step call(String function, List<Scalar> arguments) {
        if (!arguments.isEmpty() && CONVERSIONS.contains(function)) {
            return new Step("", arguments.getFirst(), null);
        }
        if (arguments.size() == 2 && TRIMS.contains(function)) {
            return new Step("", arguments.get(1), null);
        }
        // A column that a table may lack is asked for by its name as a text.
        if (!arguments.isEmpty()
                && (function.equals("column_ifexists") || function.equals("columnifexists"))
                && arguments.getFirst() instanceof Scalar.Constant constant
                && constant.value() instanceof Value.Text name) {
            return Step.root(name.value(), null);
        }
        return null;
    }

    /** With a dot; in brackets and quotes, as the rule has to write it, where the name is none that can stand alone. */
    private static String key(String name) {
        return isIdentifier(name)
                ? "." + name
                : "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static boolean isIdentifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}

package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a call's arguments, as the types that the function works on. Nulls are seen to before. */
record Arguments(CallSite site, List<Value> values) {
    int count() {
        return values.size();
    }

    boolean has(int index) {
        return index < values.size();
    }

    Value value(int index) {
        return values.get(index);
    }

    /** The argument as a text; a null is empty. */
    String text(int index) {
        KqlType type =
                index < site.argumentTypes().size() ? site.argumentTypes().get(index) : KqlType.UNKNOWN;
        return TextOf.certain(values.get(index), type, site);
    }

    /** The argument as a whole number; refuses any other value. */
    long whole(int index) {
        if (values.get(index) instanceof Value.Whole(var number, var ignored)) {
            return number;
        }
        throw site.refuse("argument " + (index + 1) + " is no whole number");
    }

    /** The argument as a whole number, or a default where the call leaves it out. */
    long whole(int index, long otherwise) {
        return has(index) ? whole(index) : otherwise;
    }

    /** The argument as a double; refuses what is no number. */
    double real(int index) {
        if (Numbers.isNumber(values.get(index))) {
            return Numbers.real(values.get(index));
        }
        throw site.refuse("argument " + (index + 1) + " is no number");
    }

    /** The argument as an instant in ticks. */
    long instant(int index) {
        if (values.get(index) instanceof Value.DateTime(var ticks)) {
            return ticks;
        }
        throw site.refuse("argument " + (index + 1) + " is no datetime");
    }

    /** The argument as a length of time in ticks. */
    long timeSpan(int index) {
        if (values.get(index) instanceof Value.TimeSpan(var ticks)) {
            return ticks;
        }
        throw site.refuse("argument " + (index + 1) + " is no timespan");
    }

    /** The argument as a truth value; refuses any other value. */
    boolean truth(int index) {
        if (values.get(index) instanceof Value.Bool(var truth)) {
            return truth;
        }
        throw site.refuse("argument " + (index + 1) + " is no bool");
    }

    /** The items of an argument that is an array; empty where it is none. */
    Optional<List<Value>> array(int index) {
        return values.get(index) instanceof Value.Array(var items) ? Optional.of(items) : Optional.empty();
    }

    /** The texts that arguments from an index on give, those inside arrays included. */
    List<String> texts(int from) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < values.size(); i++) {
            if (values.get(i) instanceof Value.Array(var items)) {
                for (Value item : items) {
                    texts.add(TextOf.value(item, KqlType.DYNAMIC));
                }
            } else {
                texts.add(text(i));
            }
        }
        return texts;
    }

    NotEvaluated refuse(String message) {
        return site.refuse(message);
    }

    /** A text as a result; refuses one that grows over the limit. */
    Value result(String text) {
        if (text.length() > site.context().limits().text()) {
            throw Refusals.limit("`" + site.name() + "` makes a text over the limit", site.origin());
        }
        return new Value.Text(text);
    }

    /** An array as a result; refuses one that grows over the limit. */
    Value result(List<Value> items) {
        if (items.size() > site.context().limits().items()) {
            throw Refusals.limit("`" + site.name() + "` makes an array over the limit", site.origin());
        }
        return new Value.Array(items);
    }

    /** The null of the call's type. */
    Value none() {
        return Nulls.of(site.type());
    }
}

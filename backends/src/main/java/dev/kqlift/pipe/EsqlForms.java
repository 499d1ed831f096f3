package dev.kqlift.pipe;

import dev.kqlift.ir.Scalar;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The calls whose form in ES|QL depends on their arguments. */
final class EsqlForms {
    /** The names that the function table may use for scalar functions. */
    static final Set<String> SCALARS = Set.of(
            "bin",
            "join-text",
            "substring",
            "if",
            "case",
            "first-present",
            "now",
            "ago",
            "replace-text",
            "to-text",
            "date-difference",
            "same",
            "in-ranges",
            "in-private-ranges");
    /** Those for aggregates. */
    static final Set<String> AGGREGATES = Set.of("only-if");

    private static final PipeExpression REFUSED = new PipeExpression.Refused();
    private static final long DAY_TICKS = 864_000_000_000L;

    private final EsqlValues values;
    private final LocalNotes notes;

    EsqlForms(EsqlValues values, LocalNotes notes) {
        this.values = values;
        this.notes = notes;
    }

    PipeExpression apply(String form, Scalar.Call call, KqlType wanted) {
        return switch (form) {
            case "bin" -> bin(call);
            case "join-text" -> joinText(call);
            case "substring" -> substring(call);
            case "if" -> cases(call);
            case "case" -> cases(call);
            case "first-present" -> firstPresent(call);
            case "now" -> moment(call, PipeOperator.ADD);
            case "ago" -> moment(call, PipeOperator.SUBTRACT);
            case "replace-text" -> replaceText(call);
            case "to-text" -> toText(call);
            case "date-difference" -> dateDifference(call);
            case "in-ranges" ->
                inRanges(call, call.arguments().subList(1, call.arguments().size()));
            case "in-private-ranges" -> inPrivateRanges(call);
            case "same" -> values.as(call.arguments().getFirst(), wanted);
            default -> throw new IllegalStateException("no form is called " + form);
        };
    }

    private static Optional<Value> constant(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value value, var origin) ? Optional.of(value) : Optional.empty();
    }

    private static OptionalLong whole(Scalar scalar) {
        return constant(scalar).orElse(null) instanceof Value.Whole(long value, KqlType type)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    private static Optional<String> text(Scalar scalar) {
        return constant(scalar).orElse(null) instanceof Value.Text(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static PipeExpression invoke(String function, PipeExpression... arguments) {
        for (PipeExpression argument : arguments) {
            if (EsqlValues.refused(argument)) {
                return argument;
            }
        }
        return new PipeExpression.Invocation(function, List.of(arguments));
    }

    private PipeExpression bin(Scalar.Call call) {
        Scalar subject = call.arguments().getFirst();
        if (call.arguments().size() == 1) {
            return subject.type() == KqlType.REAL
                    ? invoke("FLOOR", values.value(subject))
                    : values.refuse(call, "rounding down needs a bin size here");
        }
        Scalar size = call.arguments().get(1);
        return switch (subject.type()) {
            case DATETIME -> timeBin(call, subject, size);
            case INT, LONG -> wholeBin(call, subject, size);
            case REAL, BOOL, DECIMAL, STRING, TIMESPAN, GUID, DYNAMIC, UNKNOWN ->
                values.refuse(call, "bins of a " + subject.type().word() + " value differ in ES|QL");
        };
    }

    /** KQL counts bins from 0001-01-01, the target from 1970-01-01, and weeks from a Monday in both. */
    private PipeExpression timeBin(Scalar.Call call, Scalar subject, Scalar size) {
        if (!(constant(size).orElse(null) instanceof Value.TimeSpan(long ticks)) || ticks <= 0) {
            return values.refuse(call, "the size of the bins is no constant time span");
        }
        boolean sameOrigin = EsqlValues.EPOCH_TICKS % ticks == 0 || ticks == 7 * DAY_TICKS;
        if (!sameOrigin || ticks % EsqlValues.TICKS_PER_MILLISECOND != 0) {
            return values.refuse(call, "bins of this size begin at other times in ES|QL");
        }
        return invoke(
                "DATE_TRUNC",
                new PipeExpression.Duration(ticks / EsqlValues.TICKS_PER_MILLISECOND),
                values.value(subject));
    }

    private PipeExpression wholeBin(Scalar.Call call, Scalar subject, Scalar size) {
        OptionalLong step = whole(size);
        if (step.isEmpty() || step.getAsLong() <= 0) {
            return values.refuse(call, "the size of the bins is no positive constant");
        }
        PipeExpression value = values.value(subject);
        if (EsqlValues.refused(value)) {
            return value;
        }
        // The remainder has the sign of the value, so that negative values need the second step.
        PipeExpression width = new PipeExpression.Whole(step.getAsLong());
        PipeExpression once = new PipeExpression.Binary(PipeOperator.MODULO, value, width);
        PipeExpression remainder = new PipeExpression.Binary(
                PipeOperator.MODULO, new PipeExpression.Binary(PipeOperator.ADD, once, width), width);
        return new PipeExpression.Binary(PipeOperator.SUBTRACT, value, remainder);
    }

    private PipeExpression joinText(Scalar.Call call) {
        List<PipeExpression> parts = new ArrayList<>();
        for (Scalar argument : call.arguments()) {
            PipeExpression part = switch (argument.type()) {
                case STRING, GUID -> values.value(argument);
                case INT, LONG -> invoke("TO_STRING", values.value(argument));
                case BOOL, REAL, DECIMAL, DATETIME, TIMESPAN, DYNAMIC, UNKNOWN ->
                    values.refuse(argument, "the text of a " + argument.type().word() + " value differs in ES|QL");
            };
            if (EsqlValues.refused(part)) {
                return part;
            }
            parts.add(EsqlValues.present(part));
        }
        return parts.size() == 1 ? parts.getFirst() : new PipeExpression.Invocation("CONCAT", parts);
    }

    private PipeExpression substring(Scalar.Call call) {
        List<Scalar> arguments = call.arguments();
        OptionalLong start = whole(arguments.get(1));
        OptionalLong length = arguments.size() > 2 ? whole(arguments.get(2)) : OptionalLong.of(0);
        if (start.isEmpty() || start.getAsLong() < 0 || length.isEmpty() || length.getAsLong() < 0) {
            return values.refuse(call, "start and length are translated where they are constants and not negative");
        }
        PipeExpression text = values.text(arguments.getFirst());
        PipeExpression from = new PipeExpression.Whole(start.getAsLong() + 1);
        return arguments.size() > 2
                ? invoke("SUBSTRING", text, from, new PipeExpression.Whole(length.getAsLong()))
                : invoke("SUBSTRING", text, from);
    }

    private PipeExpression cases(Scalar.Call call) {
        List<Scalar> arguments = call.arguments();
        if (arguments.size() % 2 == 0) {
            return values.refuse(call, "the last branch is missing");
        }
        List<PipeExpression> parts = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean condition = i % 2 == 0 && i + 1 < arguments.size();
            Scalar argument = arguments.get(i);
            if (!condition && argument.type() != call.type() && !bothWhole(argument.type(), call.type())) {
                return values.refuse(call, "the branches are of different types");
            }
            PipeExpression part = condition ? values.conditions().holds(argument, false) : values.value(argument);
            if (EsqlValues.refused(part)) {
                return part;
            }
            parts.add(part);
        }
        return new PipeExpression.Invocation("CASE", parts);
    }

    private static boolean bothWhole(KqlType first, KqlType second) {
        return first.isInteger() && second.isInteger();
    }

    /** Of texts the first that is not empty, of other values the first that is not null. */
    private PipeExpression firstPresent(Scalar.Call call) {
        List<PipeExpression> parts = new ArrayList<>();
        boolean text = call.type() == KqlType.STRING;
        for (int i = 0; i < call.arguments().size(); i++) {
            Scalar argument = call.arguments().get(i);
            if (argument.type() != call.type() && !bothWhole(argument.type(), call.type())) {
                return values.refuse(call, "the values are of different types");
            }
            PipeExpression part = values.value(argument);
            if (EsqlValues.refused(part)) {
                return part;
            }
            if (text && i + 1 < call.arguments().size()) {
                parts.add(new PipeExpression.Binary(PipeOperator.NOT_EQUAL, part, new PipeExpression.Text("")));
            }
            parts.add(part);
        }
        return new PipeExpression.Invocation(text ? "CASE" : "COALESCE", parts);
    }

    private PipeExpression moment(Scalar.Call call, PipeOperator operator) {
        PipeExpression now = new PipeExpression.Invocation("NOW", List.of());
        if (call.arguments().isEmpty()) {
            return now;
        }
        if (!(call.arguments().getFirst() instanceof Scalar.Constant constant) || constant.type() != KqlType.TIMESPAN) {
            return values.refuse(call, "the time span is no constant");
        }
        PipeExpression span = values.constant(constant);
        return EsqlValues.refused(span) ? span : new PipeExpression.Binary(operator, now, span);
    }

    private PipeExpression inRanges(Scalar.Call call, List<Scalar> ranges) {
        List<Value> constants = new ArrayList<>();
        for (Scalar range : ranges) {
            switch (constant(range).orElse(new Value.Null(KqlType.STRING))) {
                case Value.Array(List<Value> items) -> constants.addAll(items);
                case Value other -> constants.add(other);
            }
        }
        List<PipeExpression> blocks = new ArrayList<>();
        for (Value constant : constants) {
            // A range without a prefix is one address; any other text is an error in the target.
            if (!(constant instanceof Value.Text(String block))
                    || !block.matches("\\d{1,3}(\\.\\d{1,3}){3}(/([0-9]|[12][0-9]|3[0-2]))?")) {
                return values.refuse(call, "a range is no constant in the form 10.0.0.0/8");
            }
            blocks.add(new PipeExpression.Text(block.contains("/") ? block : block + "/32"));
        }
        return cidrMatch(call, blocks);
    }

    private PipeExpression inPrivateRanges(Scalar.Call call) {
        return cidrMatch(
                call,
                List.of(
                        new PipeExpression.Text("10.0.0.0/8"),
                        new PipeExpression.Text("172.16.0.0/12"),
                        new PipeExpression.Text("192.168.0.0/16")));
    }

    private PipeExpression cidrMatch(Scalar.Call call, List<PipeExpression> blocks) {
        PipeExpression address = values.text(call.arguments().getFirst());
        if (EsqlValues.refused(address) || blocks.isEmpty()) {
            return blocks.isEmpty() ? values.refuse(call, "there is no range") : address;
        }
        List<PipeExpression> arguments = new ArrayList<>();
        boolean stored = address instanceof PipeExpression.Invocation(String name, List<PipeExpression> inner)
                && name.equals("TO_STRING");
        // A field of type ip is compared as it is, not by its text.
        arguments.add(new PipeExpression.Invocation(
                "TO_IP",
                stored && address instanceof PipeExpression.Invocation text ? text.arguments() : List.of(address)));
        arguments.addAll(blocks);
        return new PipeExpression.Invocation("CIDR_MATCH", arguments);
    }

    private PipeExpression replaceText(Scalar.Call call) {
        Optional<String> sought = text(call.arguments().get(1));
        Optional<String> put = text(call.arguments().get(2));
        if (sought.isEmpty() || sought.get().isEmpty() || put.isEmpty()) {
            return values.refuse(call, "what is replaced is no constant text");
        }
        String replacement = put.get().replace("\\", "\\\\").replace("$", "\\$");
        return invoke(
                "REPLACE",
                values.text(call.arguments().getFirst()),
                new PipeExpression.Text(LucenePattern.regex(sought.get())),
                new PipeExpression.Text(replacement));
    }

    private PipeExpression toText(Scalar.Call call) {
        Scalar argument = call.arguments().getFirst();
        return switch (argument.type()) {
            case STRING, GUID, DYNAMIC -> values.text(argument);
            case UNKNOWN -> {
                notes.add(call, LocalNote.assumption("the value is a text already", call.origin()));
                yield values.text(argument);
            }
            case INT, LONG -> invoke("TO_STRING", values.value(argument));
            case BOOL, REAL, DECIMAL, DATETIME, TIMESPAN ->
                values.refuse(call, "the text of a " + argument.type().word() + " value differs in ES|QL");
        };
    }

    /** KQL counts the boundaries crossed, the target whole units: between the starts of units the two are one. */
    private PipeExpression dateDifference(Scalar.Call call) {
        String unit = text(call.arguments().getFirst()).orElse("");
        String name = switch (unit) {
            case "second", "minute", "hour", "day", "month", "year" -> unit;
            default -> "";
        };
        if (name.isEmpty()) {
            return values.refuse(call, "this unit is counted in another way in ES|QL");
        }
        PipeExpression later = start(name, values.value(call.arguments().get(1)));
        PipeExpression earlier = start(name, values.value(call.arguments().get(2)));
        return invoke("DATE_DIFF", new PipeExpression.Text(name), earlier, later);
    }

    private static PipeExpression start(String unit, PipeExpression time) {
        return EsqlValues.refused(time)
                ? REFUSED
                : new PipeExpression.Invocation("DATE_TRUNC", List.of(new PipeExpression.CalendarUnit(unit), time));
    }

    /** {@code split(x, d)[i]} and {@code split(x, d, i)[0]}. */
    PipeExpression splitItem(Scalar.Element element, Scalar.Call split) {
        boolean third = split.arguments().size() > 2;
        OptionalLong outer = whole(element.index());
        OptionalLong inner = third ? whole(split.arguments().get(2)) : outer;
        Optional<String> delimiter = text(split.arguments().get(1));
        boolean known = outer.isPresent()
                && inner.isPresent()
                && inner.getAsLong() >= 0
                && (!third || outer.getAsLong() == 0)
                && delimiter.isPresent()
                && delimiter.get().length() == 1;
        if (!known) {
            return values.refuse(element, "of `split`, one item counted from the start, by a one-character delimiter");
        }
        PipeExpression index = new PipeExpression.Whole(inner.getAsLong());
        PipeExpression parts =
                invoke("SPLIT", values.text(split.arguments().getFirst()), new PipeExpression.Text(delimiter.get()));
        return invoke("MV_SLICE", parts, index, index);
    }
}

package dev.kqlift.pipe;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scalars of the IR as values of ES|QL. A text that is missing is null there and empty in KQL: whoever could tell the
 * two
 * apart puts the empty text in its place.
 */
final class EsqlValues {
    static final long TICKS_PER_MILLISECOND = 10_000;
    /** Ticks from 0001-01-01 to 1970-01-01. */
    static final long EPOCH_TICKS = 719_162L * 86_400 * 10_000_000;

    private static final PipeExpression REFUSED = new PipeExpression.Refused();

    private final EsqlColumns columns;
    private final LocalNotes notes;
    private final FunctionTable functions;
    private final EsqlConditions conditions;
    private final EsqlForms forms;
    private final boolean grouping;

    /**
     * @param grouping true for the values of a group, in which aggregates may stand
     */
    EsqlValues(EsqlColumns columns, LocalNotes notes, FunctionTable functions, boolean grouping) {
        this.grouping = grouping;
        this.columns = columns;
        this.notes = notes;
        this.functions = functions;
        this.conditions = new EsqlConditions(this, columns, notes);
        this.forms = new EsqlForms(this, notes);
    }

    EsqlConditions conditions() {
        return conditions;
    }

    /** Records why a node has no form. */
    PipeExpression refuse(Scalar node, String why) {
        notes.add(node, LocalNote.unsupported(why, node.origin()));
        return REFUSED;
    }

    static boolean refused(PipeExpression expression) {
        return expression instanceof PipeExpression.Refused;
    }

    /** The value of a scalar, in the target's type for its KQL type. */
    PipeExpression value(Scalar scalar) {
        return scalar.type() == KqlType.BOOL && !(scalar instanceof Scalar.Constant)
                ? conditions.threeValued(scalar)
                : as(scalar, scalar.type());
    }

    /** The value of a scalar that KQL compares as text. */
    PipeExpression text(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING, GUID, DYNAMIC, UNKNOWN -> as(scalar, KqlType.STRING);
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN ->
                refuse(scalar, "a " + scalar.type().word() + " value is searched as text");
        };
    }

    /** The value of a scalar; a value of unknown type is taken for one of the wanted type. */
    PipeExpression as(Scalar scalar, KqlType wanted) {
        return switch (scalar) {
            case Scalar.Constant constant -> constant(constant);
            case Scalar.ColumnRef reference -> path(reference, wanted);
            case Scalar.Member member -> path(member, wanted);
            case Scalar.Element element -> element(element, wanted);
            case Scalar.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Scalar.Negate negate ->
                new PipeExpression.Binary(PipeOperator.MULTIPLY, new PipeExpression.Whole(-1), value(negate.operand()));
            case Scalar.Call call -> call(call, wanted);
            case Scalar.AggregateCall call -> aggregate(call, false);
            case Scalar.UnknownCall call ->
                refuse(call, "what the function `" + call.name() + "` computes is not known");
            case Scalar.Subquery subquery -> refuse(subquery, "ES|QL has no sub-query that gives one value");
            case Scalar.InRelation in -> refuse(in, "ES|QL of this version has no sub-query in a condition");
            case Scalar.AnyColumn any -> refuse(any, "ES|QL has no value that stands for all columns");
            case Scalar.RelationArgument argument -> refuse(argument, "a table stands where a value is wanted");
            case Scalar.Unbound unbound -> {
                notes.add(
                        unbound,
                        LocalNote.notUnderstood(
                                "`" + shortened(unbound.text()) + "` is not understood", unbound.origin()));
                yield REFUSED;
            }
            case Scalar.Comparison condition -> conditions.threeValued(condition);
            case Scalar.StringMatch condition -> conditions.threeValued(condition);
            case Scalar.InList condition -> conditions.threeValued(condition);
            case Scalar.Between condition -> conditions.threeValued(condition);
            case Scalar.Logical condition -> conditions.threeValued(condition);
            case Scalar.Not condition -> conditions.threeValued(condition);
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private PipeExpression path(Scalar scalar, KqlType wanted) {
        StringBuilder path = new StringBuilder();
        Scalar at = scalar;
        while (!(at instanceof Scalar.ColumnRef)) {
            switch (at) {
                case Scalar.Member member -> {
                    path.insert(0, "." + member.name());
                    at = member.target();
                }
                case Scalar.Element element
                when element.index() instanceof Scalar.Constant(Value.Whole whole, var at2) -> {
                    path.insert(0, "[" + whole.value() + "]");
                    at = element.target();
                }
                case Scalar other -> {
                    return refuse(scalar, "ES|QL of this version cannot look into a computed dynamic value");
                }
            }
        }
        Scalar.ColumnRef reference = (Scalar.ColumnRef) at;
        boolean whole = path.isEmpty();
        KqlType type = scalar.type() == KqlType.DYNAMIC || scalar.type() == KqlType.UNKNOWN ? wanted : scalar.type();
        if (whole && scalar.type() == KqlType.DYNAMIC) {
            return refuse(scalar, "`" + reference.column().name() + "` is a dynamic value, which is no single field");
        }
        Optional<EsqlColumns.Resolved> field = columns.resolve(reference.column(), path.toString(), scalar);
        if (field.isEmpty()) {
            return REFUSED;
        }
        if (!whole) {
            notes.add(
                    scalar,
                    LocalNote.assumption(
                            "`" + field.get().name() + "` holds one "
                                    + (type == KqlType.STRING ? "text" : "plain value") + ", no object and no list",
                            scalar.origin()));
        }
        return EsqlColumns.typed(field.get(), type)
                .orElseGet(() -> refuse(
                        scalar,
                        "`" + field.get().name() + "` is of type "
                                + field.get().type().orElse("") + ", which is no single value"));
    }

    private PipeExpression element(Scalar.Element element, KqlType wanted) {
        return element.target() instanceof Scalar.Call call
                        && call.function().name().equals("split")
                ? forms.splitItem(element, call)
                : path(element, wanted);
    }

    PipeExpression constant(Scalar.Constant constant) {
        return switch (constant.value()) {
            case Value.Text(String text) -> new PipeExpression.Text(text);
            case Value.Whole whole -> new PipeExpression.Whole(whole.value());
            case Value.Real(double real) when Double.isFinite(real) -> new PipeExpression.Real(real);
            case Value.Real real -> refuse(constant, "ES|QL has no literal for this number");
            case Value.Bool(boolean value) -> new PipeExpression.Bool(value);
            case Value.Guid(String text) -> new PipeExpression.Text(text);
            case Value.DateTime(long ticks)
            when ticks % TICKS_PER_MILLISECOND == 0 ->
                new PipeExpression.Moment((ticks - EPOCH_TICKS) / TICKS_PER_MILLISECOND);
            case Value.TimeSpan(long ticks)
            when ticks % TICKS_PER_MILLISECOND == 0 -> new PipeExpression.Duration(ticks / TICKS_PER_MILLISECOND);
            case Value.DateTime time -> refuse(constant, "ES|QL cannot state an instant finer than a millisecond");
            case Value.TimeSpan span -> refuse(constant, "ES|QL cannot state a time span finer than a millisecond");
            case Value.Decimal decimal -> refuse(constant, "ES|QL has no decimal numbers");
            case Value.Array array -> refuse(constant, "an array has no place here");
            case Value.Bag bag -> refuse(constant, "a property bag has no place here");
            case Value.Null none -> new PipeExpression.Nothing();
        };
    }

    private PipeExpression arithmetic(Scalar.Arithmetic arithmetic) {
        boolean time = isTime(arithmetic.left()) || isTime(arithmetic.right());
        if (time) {
            return timeArithmetic(arithmetic);
        }
        PipeExpression left = value(arithmetic.left());
        PipeExpression right = value(arithmetic.right());
        return switch (arithmetic.operator()) {
            case ADD -> new PipeExpression.Binary(PipeOperator.ADD, left, right);
            case SUBTRACT -> new PipeExpression.Binary(PipeOperator.SUBTRACT, left, right);
            case MULTIPLY -> new PipeExpression.Binary(PipeOperator.MULTIPLY, left, right);
            case DIVIDE -> division(arithmetic, left, right);
            case MODULO -> modulo(arithmetic, left, right);
        };
    }

    private static boolean isTime(Scalar scalar) {
        return scalar.type() == KqlType.DATETIME || scalar.type() == KqlType.TIMESPAN;
    }

    /** Only an instant and a constant span: the target has no difference of two instants. */
    private PipeExpression timeArithmetic(Scalar.Arithmetic arithmetic) {
        boolean add = arithmetic.operator() == ArithmeticOperator.ADD;
        boolean known = add || arithmetic.operator() == ArithmeticOperator.SUBTRACT;
        Scalar instant = arithmetic.left();
        Scalar span = arithmetic.right();
        if (add && span.type() == KqlType.DATETIME) {
            instant = arithmetic.right();
            span = arithmetic.left();
        }
        if (!known
                || instant.type() != KqlType.DATETIME
                || !(span instanceof Scalar.Constant constant)
                || span.type() != KqlType.TIMESPAN) {
            return refuse(
                    arithmetic, "ES|QL adds constant time spans to instants, and has no other arithmetic of time");
        }
        PipeExpression length = constant(constant);
        return refused(length)
                ? length
                : new PipeExpression.Binary(add ? PipeOperator.ADD : PipeOperator.SUBTRACT, value(instant), length);
    }

    private PipeExpression division(Scalar.Arithmetic arithmetic, PipeExpression left, PipeExpression right) {
        if (!nonZero(arithmetic.right())) {
            notes.add(
                    arithmetic,
                    LocalNote.approximate(
                            "a division by zero gives null in ES|QL and may give infinity in KQL",
                            arithmetic.origin()));
        }
        boolean whole = arithmetic.left().type().isInteger()
                && arithmetic.right().type().isInteger();
        boolean known = whole || arithmetic.type() == KqlType.REAL;
        return known
                ? new PipeExpression.Binary(PipeOperator.DIVIDE, left, right)
                : refuse(arithmetic, "the types of this division are not known, and integers divide in another way");
    }

    private PipeExpression modulo(Scalar.Arithmetic arithmetic, PipeExpression left, PipeExpression right) {
        if (!arithmetic.left().type().isInteger() || !nonZero(arithmetic.right())) {
            return refuse(arithmetic, "ES|QL's remainder differs from KQL's here");
        }
        // KQL's remainder is never negative, the target's has the sign of the left side.
        PipeExpression size = new PipeExpression.Invocation("ABS", List.of(right));
        PipeExpression once = new PipeExpression.Binary(PipeOperator.MODULO, left, right);
        return new PipeExpression.Binary(
                PipeOperator.MODULO, new PipeExpression.Binary(PipeOperator.ADD, once, size), size);
    }

    private static boolean nonZero(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value value, var origin)
                && switch (value) {
                    case Value.Whole whole -> whole.value() != 0;
                    case Value.Real(double real) -> real != 0;
                    case Value.Bool v -> false;
                    case Value.Decimal v -> false;
                    case Value.Text v -> false;
                    case Value.DateTime v -> false;
                    case Value.TimeSpan v -> false;
                    case Value.Guid v -> false;
                    case Value.Array v -> false;
                    case Value.Bag v -> false;
                    case Value.Null v -> false;
                };
    }

    private PipeExpression call(Scalar.Call call, KqlType wanted) {
        Optional<FunctionMapping> mapping = functions.mapping(call.function().name(), types(call.arguments()));
        return switch (mapping.orElse(null)) {
            case null -> refuse(call, "no form of `" + call.function().name() + "` in ES|QL is known");
            case FunctionMapping.Unsupported unsupported ->
                refuse(call, "`" + call.function().name() + "`: " + unsupported.reason());
            case FunctionMapping.Form form -> {
                promise(call, form.promise());
                yield forms.apply(form.name(), call, wanted);
            }
            case FunctionMapping.Emit emit -> {
                promise(call, emit.promise());
                List<PipeExpression> arguments =
                        call.arguments().stream().map(this::value).toList();
                yield arguments.stream().anyMatch(EsqlValues::refused)
                        ? REFUSED
                        : new PipeExpression.Filled(emit.pattern(), arguments);
            }
        };
    }

    /** Records what a row of the function table promises. */
    void promise(Scalar node, FunctionMapping.Promise promise) {
        promise.assumes().ifPresent(text -> notes.add(node, LocalNote.assumption(text, node.origin())));
        String why = promise.why().orElse("");
        switch (promise.fidelity()) {
            case EXACT -> {}
            case APPROXIMATE ->
                notes.add(
                        node,
                        promise.leftOpen()
                                ? LocalNote.leftOpen(why, node.origin(), List.of())
                                : LocalNote.approximate(why, node.origin()));
            case WIDER -> notes.add(node, LocalNote.wider(why, node.origin()));
            case NARROWER -> notes.add(node, LocalNote.narrower(why, node.origin()));
            case UNSUPPORTED -> notes.add(node, LocalNote.unsupported(why, node.origin()));
        }
    }

    /**
     * An aggregate.
     *
     * @param alone true when it is the whole value of its column, so that it may have a condition
     */
    PipeExpression aggregate(Scalar.AggregateCall call, boolean alone) {
        String name = call.function().name();
        if (!grouping) {
            return refuse(call, "`" + name + "` stands outside of a group");
        }
        List<Scalar> arguments = call.arguments();
        Optional<FunctionMapping> mapping = functions.mapping(name, types(arguments));
        if (mapping.isEmpty() && arguments.size() > 1 && constants(arguments.subList(1, arguments.size()))) {
            // The accuracy of an estimate, the size of a list: the target has its own.
            arguments = arguments.subList(0, 1);
            mapping = functions.mapping(name, types(arguments));
        }
        return switch (mapping.orElse(null)) {
            case null -> refuse(call, "no form of `" + name + "` in ES|QL is known");
            case FunctionMapping.Unsupported unsupported -> refuse(call, "`" + name + "`: " + unsupported.reason());
            case FunctionMapping.Form form -> restricted(call, alone);
            case FunctionMapping.Emit emit -> {
                promise(call, emit.promise());
                yield filled(emit, arguments);
            }
        };
    }

    private PipeExpression filled(FunctionMapping.Emit emit, List<Scalar> arguments) {
        List<PipeExpression> lowered = new ArrayList<>();
        for (Scalar argument : arguments) {
            PipeExpression value = value(argument);
            if (refused(value)) {
                return value;
            }
            // An aggregate leaves nulls out, and counts empty texts in KQL.
            lowered.add(argument.type() == KqlType.STRING ? present(value) : value);
        }
        return new PipeExpression.Filled(emit.pattern(), lowered);
    }

    /** {@code countif(p)}, {@code sumif(x, p)} and their like: the aggregate of their name without the {@code if}. */
    private PipeExpression restricted(Scalar.AggregateCall call, boolean alone) {
        String name = call.function().name();
        if (!alone) {
            return refuse(call, "an aggregate with a condition inside of an expression");
        }
        String base = name.replaceFirst("_?if$", "");
        int at = base.equals("count") ? 0 : 1;
        List<Scalar> arguments = call.arguments().subList(0, at);
        Optional<FunctionMapping> mapping = functions.mapping(base, types(arguments));
        if (!(mapping.orElse(null) instanceof FunctionMapping.Emit emit)) {
            return refuse(call, "no form of `" + base + "` in ES|QL is known");
        }
        promise(call, emit.promise());
        PipeExpression aggregate = filled(emit, arguments);
        PipeExpression condition = conditions.holds(call.arguments().get(at), false);
        return refused(aggregate) || refused(condition) ? REFUSED : new PipeExpression.Restricted(aggregate, condition);
    }

    private static List<KqlType> types(List<Scalar> scalars) {
        return scalars.stream().map(Scalar::type).toList();
    }

    private static boolean constants(List<Scalar> scalars) {
        return scalars.stream().allMatch(Scalar.Constant.class::isInstance);
    }

    /** The text with the empty one in the place of a missing one. */
    static PipeExpression present(PipeExpression text) {
        return switch (text) {
            case PipeExpression.Text literal -> literal;
            case PipeExpression.Invocation(String name, var arguments) when name.equals("COALESCE") -> text;
            case PipeExpression other ->
                new PipeExpression.Invocation("COALESCE", List.of(text, new PipeExpression.Text("")));
        };
    }
}

package dev.kqlift.lint;

import dev.kqlift.catalog.Volatility;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test of one value against constants, in a form in which two tests can be compared.
 *
 * @param subject what is tested
 * @param kind how
 * @param values the constants of {@code ONE_OF} and {@code NONE_OF}, as texts
 * @param ignoreCase whether these compare without case
 * @param bound the constant of the others
 * @param strict whether the bound itself is outside
 * @param origin where the test stands
 */
record ValueTest(
        Scalar subject,
        Kind kind,
        List<String> values,
        boolean ignoreCase,
        BigDecimal bound,
        boolean strict,
        Origin origin) {
    /** What the values do to the subject. */
    enum Kind {
        ONE_OF,
        NONE_OF,
        ABOVE,
        BELOW
    }

    ValueTest {
        values = List.copyOf(values);
    }

    /** The tests that a scalar is made of: none where it is of another kind, or where a constant is not written as one. */
    static List<ValueTest> of(Scalar scalar, RuleContext context) {
        if (scalar instanceof Scalar.Not(var operand, var origin)) {
            return negated(of(operand, context));
        }
        if (scalar instanceof Scalar.Comparison comparison) {
            return comparison(comparison, context);
        }
        if (scalar instanceof Scalar.InList in && isStable(in.subject())) {
            return list(in, context);
        }
        if (scalar instanceof Scalar.Between between && !between.negated() && isStable(between.subject())) {
            // A length of time over an instant is a length, and no bound.
            if (between.low().type() != between.high().type()) {
                return List.of();
            }
            List<ValueTest> bounds = new ArrayList<>();
            bound(between.subject(), Kind.ABOVE, between.low(), false, between.origin(), context)
                    .ifPresent(bounds::add);
            bound(between.subject(), Kind.BELOW, between.high(), false, between.origin(), context)
                    .ifPresent(bounds::add);
            return bounds;
        }
        return emptiness(scalar);
    }

    private static List<ValueTest> comparison(Scalar.Comparison comparison, RuleContext context) {
        boolean turned = comparison.left() instanceof Scalar.Constant;
        Scalar subject = turned ? comparison.right() : comparison.left();
        Scalar constant = turned ? comparison.left() : comparison.right();
        ComparisonOperator operator = turned ? comparison.operator().turned() : comparison.operator();
        if (!isStable(subject) || !ScalarParts.isWritten(constant, context)) {
            return List.of();
        }
        Origin origin = comparison.origin();
        boolean ignoreCase = comparison.caseRule() == CaseRule.INSENSITIVE;
        return switch (operator) {
            case EQUAL -> set(subject, Kind.ONE_OF, List.of(constant), ignoreCase, origin, context);
            case NOT_EQUAL -> set(subject, Kind.NONE_OF, List.of(constant), ignoreCase, origin, context);
            case GREATER ->
                bound(subject, Kind.ABOVE, constant, true, origin, context).stream()
                        .toList();
            case GREATER_OR_EQUAL ->
                bound(subject, Kind.ABOVE, constant, false, origin, context).stream()
                        .toList();
            case LESS ->
                bound(subject, Kind.BELOW, constant, true, origin, context).stream()
                        .toList();
            case LESS_OR_EQUAL ->
                bound(subject, Kind.BELOW, constant, false, origin, context).stream()
                        .toList();
        };
    }

    private static List<ValueTest> list(Scalar.InList in, RuleContext context) {
        return set(
                in.subject(),
                in.negated() ? Kind.NONE_OF : Kind.ONE_OF,
                in.items(),
                in.caseRule() == CaseRule.INSENSITIVE,
                in.origin(),
                context);
    }

    private static List<ValueTest> set(
            Scalar subject, Kind kind, List<Scalar> items, boolean ignoreCase, Origin origin, RuleContext context) {
        List<String> values = new ArrayList<>();
        for (Scalar item : items) {
            Optional<String> key =
                    item instanceof Scalar.Constant(var value, var place) && ScalarParts.isWritten(item, context)
                            ? key(value)
                            : Optional.empty();
            if (key.isEmpty()) {
                return List.of();
            }
            values.add(key.get());
        }
        return values.isEmpty()
                ? List.of()
                : List.of(new ValueTest(subject, kind, values, ignoreCase, BigDecimal.ZERO, false, origin));
    }

    private static Optional<ValueTest> bound(
            Scalar subject, Kind kind, Scalar constant, boolean strict, Origin origin, RuleContext context) {
        if (!(constant instanceof Scalar.Constant(var value, var place)) || !ScalarParts.isWritten(constant, context)) {
            return Optional.empty();
        }
        return number(value).map(bound -> new ValueTest(subject, kind, List.of(), false, bound, strict, origin));
    }

    private static List<ValueTest> emptiness(Scalar scalar) {
        if (scalar instanceof Scalar.Call call
                && call.arguments().size() == 1
                && call.arguments().getFirst().type() == KqlType.STRING
                && isStable(call.arguments().getFirst())) {
            Optional<Kind> kind = switch (call.function().name()) {
                case "isempty" -> Optional.of(Kind.ONE_OF);
                case "isnotempty", "notempty" -> Optional.of(Kind.NONE_OF);
                default -> Optional.empty();
            };
            return kind
                    .map(found -> new ValueTest(
                            call.arguments().getFirst(),
                            found,
                            List.of(""),
                            false,
                            BigDecimal.ZERO,
                            false,
                            call.origin()))
                    .stream()
                    .toList();
        }
        return List.of();
    }

    /** Only of sets: beside a bound, {@code not} has to think of null. */
    private static List<ValueTest> negated(List<ValueTest> tests) {
        if (tests.size() != 1) {
            return List.of();
        }
        ValueTest test = tests.getFirst();
        return switch (test.kind) {
            case ONE_OF -> List.of(test.withKind(Kind.NONE_OF));
            case NONE_OF -> List.of(test.withKind(Kind.ONE_OF));
            case ABOVE, BELOW -> List.of();
        };
    }

    private ValueTest withKind(Kind other) {
        return new ValueTest(subject, other, values, ignoreCase, bound, strict, origin);
    }

    /** The same subject twice has the same value, unless it is drawn anew or means any column. */
    private static boolean isStable(Scalar subject) {
        return !(subject instanceof Scalar.Constant)
                && !ScalarParts.readsMore(subject)
                && !ScalarParts.anyMatch(
                        subject,
                        part -> part instanceof Scalar.Call call
                                && call.function().volatility() == Volatility.VOLATILE);
    }

    private static Optional<String> key(Value value) {
        if (value instanceof Value.Text(var text)) {
            return Optional.of(text);
        }
        if (value instanceof Value.Bool(var bool)) {
            return Optional.of(String.valueOf(bool));
        }
        return number(value).map(number -> number.stripTrailingZeros().toPlainString());
    }

    private static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Whole(var number, var type) -> Optional.of(BigDecimal.valueOf(number));
            case Value.Decimal(var number) -> Optional.of(number);
            case Value.DateTime(var ticks) -> Optional.of(BigDecimal.valueOf(ticks));
            case Value.TimeSpan(var ticks) -> Optional.of(BigDecimal.valueOf(ticks));
            case Value.Real(var number) ->
                Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
            case Value.Bool ignored -> Optional.empty();
            case Value.Text ignored -> Optional.empty();
            case Value.Guid ignored -> Optional.empty();
            case Value.Array ignored -> Optional.empty();
            case Value.Bag ignored -> Optional.empty();
            case Value.Null ignored -> Optional.empty();
        };
    }

    /** Whether no value passes both tests. */
    boolean excludes(ValueTest other) {
        if (!subject.equals(other.subject)) {
            return false;
        }
        if (kind.compareTo(other.kind) > 0) {
            return other.excludes(this);
        }
        return switch (kind) {
            case ONE_OF ->
                switch (other.kind) {
                    case ONE_OF -> !meets(other);
                    case NONE_OF -> isInside(other);
                    case ABOVE, BELOW -> isOutside(other);
                };
            case NONE_OF -> false;
            case ABOVE ->
                other.kind == Kind.BELOW
                        && (bound.compareTo(other.bound) > 0
                                || bound.compareTo(other.bound) == 0 && (strict || other.strict));
            case BELOW -> false;
        };
    }

    /** Whether every value passes one of the tests, null aside. */
    boolean completes(ValueTest other) {
        if (!subject.equals(other.subject)) {
            return false;
        }
        if (kind.compareTo(other.kind) > 0) {
            return other.completes(this);
        }
        return switch (kind) {
            case ONE_OF -> other.kind == Kind.NONE_OF && other.isInside(this);
            case NONE_OF -> other.kind == Kind.NONE_OF && !meets(other);
            case ABOVE ->
                other.kind == Kind.BELOW
                        && (bound.compareTo(other.bound) < 0
                                || bound.compareTo(other.bound) == 0 && !(strict && other.strict));
            case BELOW -> false;
        };
    }

    private boolean meets(ValueTest other) {
        boolean loose = ignoreCase || other.ignoreCase;
        return values.stream().anyMatch(value -> other.holds(value, loose));
    }

    /** Whether each value of this test is one of the other, whatever case this test allows. */
    private boolean isInside(ValueTest other) {
        return values.stream()
                .allMatch(value -> other.holds(value, other.ignoreCase)
                        && (!ignoreCase || other.ignoreCase || !VaryingCase.hasLetters(value)));
    }

    private boolean holds(String value, boolean loose) {
        return values.stream().anyMatch(own -> loose ? own.equalsIgnoreCase(value) : own.equals(value));
    }

    private boolean isOutside(ValueTest range) {
        for (String value : values) {
            if (!value.matches("-?[0-9]+(\\.[0-9]+)?")) {
                return false;
            }
            int order = new BigDecimal(value).compareTo(range.bound);
            boolean passes = range.kind == Kind.ABOVE ? order > 0 : order < 0;
            if (passes || order == 0 && !range.strict) {
                return false;
            }
        }
        return true;
    }
}

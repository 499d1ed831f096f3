package dev.kqlift.analysis;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tests of fields in the scalars of a query, wherever they stand: in predicates, in conditions of aggregates,
 * in computed columns. Negations are followed through {@code not} down to the test.
 */
final class PredicateCollector {
    private final List<Predicate> found = new ArrayList<>();
    private final Consumer<Scalar> onValue = this::value;

    List<Predicate> found() {
        return found;
    }

    /** The tests of one relation's own scalars. */
    void relation(Relation relation) {
        if (relation instanceof Relation.Filter filter) {
            test(filter.predicate(), false);
        } else if (relation instanceof Relation.FunctionScan scan) {
            scan.arguments().forEach(onValue);
            if (FilterParameter.isParser(scan.function())) {
                parameters(scan);
            }
        } else if (!(relation instanceof Relation.Rows rows && rows.kind() == Relation.RowsKind.DATATABLE)) {
            Trees.forEachScalar(relation, onValue);
        }
    }

    /** The arguments of an ASIM parser that filter. */
    private void parameters(Relation.FunctionScan scan) {
        for (int i = 0; i < scan.arguments().size(); i++) {
            String name = scan.argumentNames().get(i).orElse("");
            FilterParameter parameter = name.isEmpty()
                    ? null
                    : FilterParameter.of(name, scan.arguments().get(i));
            if (parameter != null) {
                Field field = new Field(parameter.name(), null);
                add(
                        scan.arguments().get(i),
                        field,
                        parameter.kind(),
                        false,
                        parameter.constants().texts(),
                        parameter.caseSensitive());
            }
        }
    }

    /** A scalar that is no condition: tests may stand inside of it. */
    void value(Scalar scalar) {
        visit(scalar, false, false);
    }

    private void test(Scalar scalar, boolean negated) {
        visit(scalar, negated, true);
    }

    /**
     * @param negated whether the whole is negated further up
     * @param condition whether the scalar itself decides something, so that a bare column is a test of it
     */
    private void visit(Scalar scalar, boolean negated, boolean condition) {
        switch (scalar) {
            case Scalar.Comparison comparison -> comparison(comparison, negated);
            case Scalar.StringMatch match -> match(match, negated);
            case Scalar.InList in -> in(in, negated);
            case Scalar.InRelation in -> in(in, negated);
            case Scalar.Between between -> between(between, negated);
            case Scalar.Logical logical -> {
                List<Scalar> operands = logical.operands();
                for (int i = 0; i < operands.size(); i++) {
                    test(operands.get(i), negated);
                }
            }
            case Scalar.Not not -> test(not.operand(), !negated);
            case Scalar.Call call -> call(call, negated, condition);
            case Scalar.UnknownCall call -> {
                if (condition) {
                    isTrue(call, call.name(), call.arguments(), negated);
                }
                Trees.forEachChild(call, onValue);
            }
            case Scalar.ColumnRef ignored -> bare(scalar, negated, condition);
            case Scalar.Member ignored -> bare(scalar, negated, condition);
            case Scalar.Element ignored -> bare(scalar, negated, condition);
            case Scalar.Constant ignored -> {}
            case Scalar.AnyColumn ignored -> {}
            case Scalar.Unbound ignored -> {}
            // Their relations are walked with all the others.
            case Scalar.Subquery ignored -> {}
            case Scalar.RelationArgument ignored -> {}
            case Scalar.Arithmetic ignored -> Trees.forEachChild(scalar, onValue);
            case Scalar.Negate ignored -> Trees.forEachChild(scalar, onValue);
            case Scalar.AggregateCall ignored -> Trees.forEachChild(scalar, onValue);
        }
    }

    /** {@code where Flag} asks for {@code Flag == true}. */
    private void bare(Scalar scalar, boolean negated, boolean condition) {
        Field field = condition ? Field.of(scalar) : null;
        if (field == null) {
            Trees.forEachChild(scalar, onValue);
            return;
        }
        add(scalar, field, negated ? IndicatorKind.NE : IndicatorKind.EQ, false, List.of("true"), null);
    }

    private void comparison(Scalar.Comparison comparison, boolean negated) {
        Scalar left = comparison.left();
        Scalar right = comparison.right();
        ComparisonOperator operator = comparison.operator();
        if (isConstant(left) && !isConstant(right)) {
            left = comparison.right();
            right = comparison.left();
            operator = operator.turned();
        }
        Boolean truth = TruthComparison.of(operator, left, right);
        if (truth != null) {
            test(left, negated != !truth);
            return;
        }
        Field field = Field.of(left);
        Field other = Field.of(right);
        if (field == null && other != null) {
            field = other;
            other = null;
            Scalar turned = left;
            left = right;
            right = turned;
            operator = operator.turned();
        }
        if (field == null || other != null) {
            // A computation, or two fields, which say nothing of what is looked for in one.
            value(left);
            value(right);
            return;
        }
        value(right);
        if (negated) {
            operator = operator.opposite();
        }
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (equality && isEmptyText(right)) {
            IndicatorKind kind =
                    operator == ComparisonOperator.EQUAL ? IndicatorKind.IS_NULL : IndicatorKind.IS_NOT_NULL;
            add(comparison, field, kind, false, List.of(), null);
            return;
        }
        Constants constants = Constants.whole(right);
        Boolean caseSensitive = equality ? caseOf(comparison.caseRule(), left, right, constants) : null;
        add(comparison, field, IndicatorKind.of(operator), false, constants.texts(), caseSensitive);
    }

    private void match(Scalar.StringMatch match, boolean negated) {
        Field field = Field.of(match.text());
        if (field == null) {
            value(match.text());
        }
        match.patterns().forEach(onValue);
        if (field != null) {
            Constants constants = Constants.of(match.patterns());
            boolean sensitive = match.caseRule() == CaseRule.SENSITIVE
                    && !(match.kind() == MatchKind.REGEX && RegexFlags.allIgnoreCase(constants.texts()));
            add(match, field, IndicatorKind.of(match.kind()), match.negated() != negated, constants.texts(), sensitive);
        }
    }

    private void in(Scalar.InList in, boolean negated) {
        boolean result = in.negated() != negated;
        Field field = Field.of(in.subject());
        if (field != null) {
            in.items().forEach(onValue);
            Constants constants = Constants.of(in.items());
            Boolean sensitive = caseOf(in.caseRule(), in.subject(), in.subject(), constants);
            add(in, field, IndicatorKind.IN, result, constants.texts(), sensitive);
            return;
        }
        if (!isConstant(in.subject())) {
            value(in.subject());
            in.items().forEach(onValue);
            return;
        }
        // "x" in (A, B): each of the fields is asked for the constant.
        Constants constants = Constants.of(List.of(in.subject()));
        for (Scalar item : in.items()) {
            Field asked = Field.of(item);
            if (asked == null) {
                value(item);
            } else {
                Boolean sensitive = caseOf(in.caseRule(), item, item, constants);
                add(in, asked, IndicatorKind.IN, result, constants.texts(), sensitive);
            }
        }
    }

    private void in(Scalar.InRelation in, boolean negated) {
        Field field = Field.of(in.subject());
        if (field == null) {
            value(in.subject());
            return;
        }
        IndicatorKind kind = switch (in.kind()) {
            case IN -> IndicatorKind.IN;
            case HAS_ANY, HAS_ALL -> IndicatorKind.MATCH;
        };
        Constants constants = Constants.ofRows(in.relation());
        Boolean sensitive = caseOf(in.caseRule(), in.subject(), in.subject(), constants);
        add(in, field, kind, in.negated() != negated, constants.texts(), sensitive);
    }

    private void between(Scalar.Between between, boolean negated) {
        Field field = Field.of(between.subject());
        if (field == null) {
            value(between.subject());
        }
        value(between.low());
        value(between.high());
        if (field != null) {
            List<String> values =
                    Constants.of(List.of(between.low(), between.high())).texts();
            add(between, field, IndicatorKind.BETWEEN, between.negated() != negated, values, null);
        }
    }

    private void call(Scalar.Call call, boolean negated, boolean condition) {
        List<Scalar> arguments = call.arguments();
        PredicateFunction function = PredicateFunction.of(call.function());
        Field field = arguments.isEmpty() || function == PredicateFunction.NONE ? null : Field.of(arguments.getFirst());
        if (field != null) {
            switch (function) {
                case IS_NULL ->
                    add(
                            call,
                            field,
                            negated ? IndicatorKind.IS_NOT_NULL : IndicatorKind.IS_NULL,
                            false,
                            List.of(),
                            null);
                case IS_NOT_NULL ->
                    add(
                            call,
                            field,
                            negated ? IndicatorKind.IS_NULL : IndicatorKind.IS_NOT_NULL,
                            false,
                            List.of(),
                            null);
                case CIDR_RANGES -> against(call, field, IndicatorKind.CIDR_MATCH, negated);
                case CIDR_MATCH -> add(call, field, IndicatorKind.CIDR_MATCH, negated, range(arguments), null);
                case TERMS -> against(call, field, IndicatorKind.MATCH, negated);
                case TERM_PREFIXES -> against(call, field, IndicatorKind.STARTS_WITH, negated);
                case OTHER -> isTrue(call, call.function().name(), arguments, negated);
                case NONE -> {}
            }
        } else if (condition && function == PredicateFunction.NONE && Field.of(call) != null) {
            bare(call, negated, true);
            return;
        }
        Trees.forEachChild(call, onValue);
    }

    private void against(Scalar.Call call, Field field, IndicatorKind kind, boolean negated) {
        List<Scalar> arguments = call.arguments();
        add(
                call,
                field,
                kind,
                negated,
                Constants.of(arguments.subList(1, arguments.size())).texts(),
                null);
    }

    /** {@code ipv4_is_match(ip, "10.0.0.0", 8)} asks for the range {@code 10.0.0.0/8}. */
    private static List<String> range(List<Scalar> arguments) {
        if (arguments.size() < 2) {
            return List.of();
        }
        List<String> address = Constants.of(List.of(arguments.get(1))).texts();
        if (arguments.size() == 2 || address.size() != 1 || address.getFirst().indexOf('/') >= 0) {
            return address;
        }
        List<String> width = Constants.of(List.of(arguments.get(2))).texts();
        return width.size() == 1 ? List.of(address.getFirst() + "/" + width.getFirst()) : List.of();
    }

    private void isTrue(Scalar call, String name, List<Scalar> arguments, boolean negated) {
        Field field = arguments.size() == 1 ? Field.of(arguments.getFirst()) : null;
        if (field != null) {
            add(call, field, IndicatorKind.IS_TRUE, negated, List.of(name), null);
        }
    }

    private void add(
            Scalar test,
            Field field,
            IndicatorKind kind,
            boolean negated,
            List<String> values,
            @Nullable Boolean caseSensitive) {
        found.add(new Predicate(
                field, kind, negated, values, caseSensitive, test.origin().start()));
    }

    private static @Nullable Boolean caseOf(CaseRule rule, Scalar left, Scalar right, Constants constants) {
        if (rule == CaseRule.INSENSITIVE) {
            return false;
        }
        return constants.mayBeText() && hasCase(left.type()) && hasCase(right.type()) ? true : null;
    }

    private static boolean hasCase(KqlType type) {
        return type == KqlType.STRING || type == KqlType.DYNAMIC || type == KqlType.UNKNOWN;
    }

    private static boolean isConstant(Scalar scalar) {
        return scalar instanceof Scalar.Constant;
    }

    private static boolean isEmptyText(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant
                && constant.value() instanceof Value.Text text
                && text.value().isEmpty();
    }
}

package dev.kqlift.ir;

import dev.kqlift.catalog.Function;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;

/** An expression that gives one value a row. */
public sealed interface Scalar {
    /** The type of the value. */
    KqlType type();

    /** The text of the query that the node stands for. */
    Origin origin();

    /** The value of a column of the input. */
    record ColumnRef(Column column, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return column.type();
        }
    }

    /** A constant, folded through {@code let} and calls of functions of constants. */
    record Constant(Value value, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return value.type();
        }
    }

    /**
     * A comparison of two values. With one side null, {@code EQUAL} is false and {@code NOT_EQUAL} true; the orderings are
     * null. {@code caseRule} is {@code INSENSITIVE} for {@code =~} and {@code !~} only.
     */
    record Comparison(ComparisonOperator operator, Scalar left, Scalar right, CaseRule caseRule, Origin origin)
            implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /**
     * A match of text. {@code has "err"} is false for {@code "error"}; the negated form is true where the text is null.
     *
     * @param patterns one pattern; several for {@code has_any} ({@code all} false) and {@code has_all} ({@code all} true)
     */
    record StringMatch(
            MatchKind kind,
            Scalar text,
            List<Scalar> patterns,
            boolean all,
            CaseRule caseRule,
            boolean negated,
            Origin origin)
            implements Scalar {
        public StringMatch {
            patterns = List.copyOf(patterns);
        }

        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** {@code in}, {@code !in}, {@code in~}, {@code !in~} against a list. Items that are arrays are flattened. */
    record InList(Scalar subject, List<Scalar> items, CaseRule caseRule, boolean negated, Origin origin)
            implements Scalar {
        public InList {
            items = List.copyOf(items);
        }

        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** {@code in}, {@code has_any}, {@code has_all} against the first column of a relation. */
    record InRelation(InKind kind, Scalar subject, Relation relation, CaseRule caseRule, boolean negated, Origin origin)
            implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** What is asked of the values of a sub-query. */
    enum InKind {
        IN,
        HAS_ANY,
        HAS_ALL
    }

    /** {@code between (low .. high)}: both ends are inside. The high end may be a timespan over a datetime. */
    record Between(Scalar subject, Scalar low, Scalar high, boolean negated, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** Three-valued {@code and} or {@code or} of two or more operands, in the order of the text. */
    record Logical(boolean conjunction, List<Scalar> operands, Origin origin) implements Scalar {
        public Logical {
            operands = List.copyOf(operands);
        }

        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** {@code not(x)}. */
    record Not(Scalar operand, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    record Arithmetic(ArithmeticOperator operator, Scalar left, Scalar right, KqlType type, Origin origin)
            implements Scalar {}

    record Negate(Scalar operand, KqlType type, Origin origin) implements Scalar {}

    /** A call of a scalar function of the catalog. */
    record Call(Function function, List<Scalar> arguments, KqlType type, Origin origin) implements Scalar {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call of an aggregate function; stands only in the aggregates of {@link Relation.Aggregate} and its like. */
    record AggregateCall(Function function, List<Scalar> arguments, KqlType type, Origin origin) implements Scalar {
        public AggregateCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call of a function that is neither built in nor defined in the query; its type may have been declared. */
    record UnknownCall(String name, List<Scalar> arguments, KqlType type, Origin origin) implements Scalar {
        public UnknownCall {
            arguments = List.copyOf(arguments);
        }

        /** A call of which nothing was declared. */
        public UnknownCall(String name, List<Scalar> arguments, Origin origin) {
            this(name, arguments, KqlType.UNKNOWN, origin);
        }
    }

    /** {@code target.name} or {@code target["name"]} of a dynamic value: null where the key is missing. */
    record Member(Scalar target, String name, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return target.type() == KqlType.UNKNOWN ? KqlType.UNKNOWN : KqlType.DYNAMIC;
        }
    }

    /** {@code target[index]} of a dynamic value, counted from 0, negative from the end: null out of range. */
    record Element(Scalar target, Scalar index, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return target.type() == KqlType.UNKNOWN ? KqlType.UNKNOWN : KqlType.DYNAMIC;
        }
    }

    /** {@code toscalar(relation)}: the first column of the first row. */
    record Subquery(Relation relation, KqlType type, Origin origin) implements Scalar {}

    /** {@code *} where any column may match ({@code * has "x"}), or where an aggregate returns all of them. */
    record AnyColumn(Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.UNKNOWN;
        }
    }

    /** A relation as an argument of a function, a plugin or an unknown call. */
    record RelationArgument(Relation relation, Origin origin) implements Scalar {
        @Override
        public KqlType type() {
            return KqlType.UNKNOWN;
        }
    }

    /** An expression whose meaning is not known: a diagnostic says why. */
    record Unbound(String text, KqlType type, Origin origin) implements Scalar {}
}

package dev.kqlift.pipe;

import dev.kqlift.mapping.EmitPattern;
import java.util.List;

/** An expression of the target. A condition in it may be null, which a filter takes for false. */
public sealed interface PipeExpression {
    /** A field or a column that an earlier command made; dots part the names of nested fields. */
    record Field(String name) implements PipeExpression {}

    record Text(String value) implements PipeExpression {}

    record Whole(long value) implements PipeExpression {}

    record Real(double value) implements PipeExpression {}

    record Bool(boolean value) implements PipeExpression {}

    /** The null of any type. */
    record Nothing() implements PipeExpression {}

    /** A length of time of whole milliseconds. */
    record Duration(long milliseconds) implements PipeExpression {}

    /** One unit of the calendar: {@code 1 month}. */
    record CalendarUnit(String unit) implements PipeExpression {}

    /** An instant in milliseconds since 1970-01-01T00:00:00Z. */
    record Moment(long milliseconds) implements PipeExpression {}

    record Binary(PipeOperator operator, PipeExpression left, PipeExpression right) implements PipeExpression {}

    record Logical(boolean conjunction, List<PipeExpression> operands) implements PipeExpression {
        public Logical {
            operands = List.copyOf(operands);
        }
    }

    /** Null where the operand is null: whoever negates what can be null asks for the null as well. */
    record Negation(PipeExpression operand) implements PipeExpression {}

    record NullTest(PipeExpression operand, boolean negated) implements PipeExpression {}

    record Membership(PipeExpression subject, List<PipeExpression> items, boolean negated) implements PipeExpression {
        public Membership {
            items = List.copyOf(items);
        }
    }

    /** {@code LIKE}: the whole text, {@code *} and {@code ?} as wildcards. The pattern is escaped already. */
    record Wildcard(PipeExpression subject, String pattern) implements PipeExpression {}

    /** {@code RLIKE}: the whole text, Lucene's regular expressions. The pattern is escaped already. */
    record Regex(PipeExpression subject, String pattern) implements PipeExpression {}

    /** A call by the target's own name. */
    record Invocation(String function, List<PipeExpression> arguments) implements PipeExpression {
        public Invocation {
            arguments = List.copyOf(arguments);
        }
    }

    /** A row of the function table with its arguments. */
    record Filled(EmitPattern pattern, List<PipeExpression> arguments) implements PipeExpression {
        public Filled {
            arguments = List.copyOf(arguments);
        }
    }

    /** An aggregate of the rows for which a condition holds. */
    record Restricted(PipeExpression aggregate, PipeExpression condition) implements PipeExpression {}

    /** Stands where the target has no form. A note says why, and the plan is never printed. */
    record Refused() implements PipeExpression {}
}

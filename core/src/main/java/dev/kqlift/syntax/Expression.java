package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;
import java.util.Optional;

/** An expression: scalar or tabular, which only the binder tells apart. */
public sealed interface Expression {
    Origin origin();

    /** A literal that is no string, as written. */
    record Literal(LiteralKind kind, String text, Origin origin) implements Expression {}

    /**
     * A string, its escapes resolved; neighbouring strings are one.
     *
     * @param hidden whether it is written {@code h"…"}, to be kept out of logs
     */
    record StringLiteral(String value, boolean hidden, Origin origin) implements Expression {}

    /** {@code dynamic(…)}. */
    record DynamicLiteral(Json value, Origin origin) implements Expression {}

    /** A name: of a column, a table, a {@code let}. */
    record NameReference(String name, Origin origin) implements Expression {}

    /** {@code target.member}: the member of a dynamic value, or an entity of a database. */
    record Path(Expression target, Expression member, Origin origin) implements Expression {}

    /** {@code target[index]}. */
    record Element(Expression target, Expression index, Origin origin) implements Expression {}

    /** A call. */
    record Call(Name function, List<Argument> arguments, Origin origin) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code -x} or {@code +x}. */
    record Unary(boolean negative, Expression operand, Origin origin) implements Expression {}

    record Binary(BinaryOperator operator, Expression left, Expression right, Origin origin) implements Expression {}

    /** {@code a and b and …} or {@code a or b or …}: two or more operands. */
    record Logical(boolean conjunction, List<Expression> operands, Origin origin) implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }
    }

    /** {@code x in (…)} and its like. */
    record Membership(SetOperator operator, Expression subject, List<Expression> items, Origin origin)
            implements Expression {
        public Membership {
            items = List.copyOf(items);
        }
    }

    /** {@code x between (low .. high)}. */
    record Between(boolean negated, Expression subject, Expression low, Expression high, Origin origin)
            implements Expression {}

    /** {@code *}. */
    record Star(Origin origin) implements Expression {}

    /** {@code (…)}. */
    record Parenthesized(Expression inner, Origin origin) implements Expression {}

    /** A source and the operators that its rows pass through, at least one. */
    record Pipeline(Expression source, List<TabularOperator> operators, Origin origin) implements Expression {
        public Pipeline {
            operators = List.copyOf(operators);
        }
    }

    /** An operator that is a source itself: {@code print}, {@code union}, {@code range}, … */
    record OperatorSource(TabularOperator operator, Origin origin) implements Expression {}

    /**
     * {@code toscalar(…)}, {@code totable(…)} or {@code materialize(…)}.
     *
     * @param parameters those before the parenthesis
     * @param innerParameters those after it
     */
    record TableCall(
            TableFunction function,
            Expression table,
            List<Parameter> parameters,
            List<Parameter> innerParameters,
            Origin origin)
            implements Expression {
        public TableCall {
            parameters = List.copyOf(parameters);
            innerParameters = List.copyOf(innerParameters);
        }
    }

    /** The functions whose argument is a pipeline. */
    enum TableFunction {
        TOSCALAR("toscalar"),
        TOTABLE("totable"),
        MATERIALIZE("materialize");

        private final String text;

        TableFunction(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** {@code datatable(…)[…]}: values row by row. */
    record Datatable(RowSchema schema, List<Expression> values, List<Parameter> properties, Origin origin)
            implements Expression {
        public Datatable {
            values = List.copyOf(values);
            properties = List.copyOf(properties);
        }
    }

    /** {@code externaldata(…)[…] with (…)}. */
    record ExternalData(RowSchema schema, List<Expression> locations, List<Parameter> properties, Origin origin)
            implements Expression {
        public ExternalData {
            locations = List.copyOf(locations);
            properties = List.copyOf(properties);
        }
    }

    /** {@code typeof(long)} or {@code typeof(a: long, …)}. */
    record TypeOf(boolean star, List<RowSchema.ColumnDeclaration> columns, Origin origin) implements Expression {
        public TypeOf {
            columns = List.copyOf(columns);
        }
    }

    /** {@code {Name}}: a placeholder that a workbook fills in. */
    record Placeholder(String name, Origin origin) implements Expression {}

    /** An argument of a call. */
    record Argument(Optional<Name> name, Expression value) {}

    /** A JSON value of {@code dynamic(…)}. */
    sealed interface Json {
        record Array(List<Json> items) implements Json {
            public Array {
                items = List.copyOf(items);
            }
        }

        /** The members in the order of the text. */
        record Bag(List<Member> members) implements Json {
            public Bag {
                members = List.copyOf(members);
            }
        }

        record Member(String name, Json value) {}

        /** A literal, negative where {@code -} stands before it. */
        record Scalar(Expression literal, boolean negative) implements Json {}

        record Null() implements Json {}
    }
}

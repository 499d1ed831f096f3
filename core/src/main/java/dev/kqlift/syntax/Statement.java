package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;
import java.util.Optional;

/** A statement of a query. */
public sealed interface Statement {
    Origin origin();

    /** {@code let name = value}. */
    record Let(Name name, LetValue value, Origin origin) implements Statement {}

    /**
     * {@code set option = value}.
     *
     * @param value as written
     */
    record SetOption(String option, Optional<String> value, Origin origin) implements Statement {}

    /** {@code declare query_parameters(…)}. */
    record DeclareParameters(List<FunctionParameter> parameters, Origin origin) implements Statement {
        public DeclareParameters {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * {@code declare pattern}.
     *
     * @param mapping empty for a pattern that is declared only
     */
    record DeclarePattern(Name name, Optional<PatternMapping> mapping, Origin origin) implements Statement {}

    /** {@code restrict access to (…)}. */
    record Restrict(List<NamePattern> entities, Origin origin) implements Statement {
        public Restrict {
            entities = List.copyOf(entities);
        }
    }

    /** {@code alias database name = …}. */
    record Alias(String kind, Name name, Expression value, Origin origin) implements Statement {}

    /** An expression: the query's result if it is the last one. */
    record Result(Expression expression, Origin origin) implements Statement {}

    /** What a {@code let} gives a name to. */
    sealed interface LetValue {}

    /** A table or a scalar. */
    record ExpressionValue(Expression expression) implements LetValue {}

    /** A function: its parameters, and its body's statements, the last of which is the result. */
    record FunctionValue(boolean view, List<FunctionParameter> parameters, List<Statement> body, Origin origin)
            implements LetValue {
        public FunctionValue {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** An entity group. */
    record EntityGroupValue(List<Expression> entities, Origin origin) implements LetValue {
        public EntityGroupValue {
            entities = List.copyOf(entities);
        }
    }

    /**
     * What a pattern maps to tables.
     *
     * @param path the parameter in square brackets
     */
    record PatternMapping(
            List<FunctionParameter> arguments, Optional<FunctionParameter> path, List<PatternCase> cases) {
        public PatternMapping {
            arguments = List.copyOf(arguments);
            cases = List.copyOf(cases);
        }
    }

    /** One line of a pattern: the values that it is called with, and what it then stands for. */
    record PatternCase(List<Expression> arguments, Optional<Expression> path, FunctionValue value, Origin origin) {
        public PatternCase {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A parameter of a function.
     *
     * @param type the name of its scalar type; empty for a table
     * @param schema the columns that a table must have; empty for a scalar
     * @param defaultValue what it is where the call leaves it out
     */
    record FunctionParameter(
            Name name,
            Optional<String> type,
            Optional<RowSchema> schema,
            Optional<Expression> defaultValue,
            Origin origin) {}
}

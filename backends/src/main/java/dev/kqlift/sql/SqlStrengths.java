package dev.kqlift.sql;

import dev.kqlift.rendering.Strengths;
import java.util.List;

/** The binding strengths of SQL. */
final class SqlStrengths {
    static final Strengths ALL = new Strengths(
            List.of("argument", "or", "and", "not", "comparison", "other", "add", "multiply", "unary", "primary"));
    static final int ARGUMENT = ALL.of("argument");
    static final int OR = ALL.of("or");
    static final int AND = ALL.of("and");
    static final int NOT = ALL.of("not");
    static final int COMPARISON = ALL.of("comparison");
    static final int OTHER = ALL.of("other");
    static final int ADD = ALL.of("add");
    static final int MULTIPLY = ALL.of("multiply");
    static final int UNARY = ALL.of("unary");
    static final int PRIMARY = ALL.of("primary");

    private SqlStrengths() {}
}

package dev.kqlift.pipe;

import dev.kqlift.ir.ComparisonOperator;

/** The binary operators of a value. */
public enum PipeOperator {
    EQUAL("==", "compare"),
    NOT_EQUAL("!=", "compare"),
    LESS("<", "compare"),
    LESS_OR_EQUAL("<=", "compare"),
    GREATER(">", "compare"),
    GREATER_OR_EQUAL(">=", "compare"),
    ADD("+", "add"),
    SUBTRACT("-", "add"),
    MULTIPLY("*", "multiply"),
    DIVIDE("/", "multiply"),
    MODULO("%", "multiply");

    private final String sign;
    private final String strength;

    PipeOperator(String sign, String strength) {
        this.sign = sign;
        this.strength = strength;
    }

    String sign() {
        return sign;
    }

    String strength() {
        return strength;
    }

    /** A comparison binds no comparison on either side. */
    boolean comparison() {
        return strength.equals("compare");
    }

    static PipeOperator of(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> LESS;
            case LESS_OR_EQUAL -> LESS_OR_EQUAL;
            case GREATER -> GREATER;
            case GREATER_OR_EQUAL -> GREATER_OR_EQUAL;
        };
    }
}

package dev.kqlift.ir;

/** The kinds of {@code join} and {@code lookup}. */
public enum JoinKind {
    /** The default: left rows made unique by key, then an inner join. Which left row stays is not defined. */
    INNER_UNIQUE,
    INNER,
    LEFT_OUTER,
    RIGHT_OUTER,
    FULL_OUTER,
    LEFT_SEMI,
    RIGHT_SEMI,
    LEFT_ANTI,
    RIGHT_ANTI;

    /** True when the result has the columns of the left side only. */
    public boolean leftColumnsOnly() {
        return this == LEFT_SEMI || this == LEFT_ANTI;
    }

    /** True when the result has the columns of the right side only. */
    public boolean rightColumnsOnly() {
        return this == RIGHT_SEMI || this == RIGHT_ANTI;
    }
}

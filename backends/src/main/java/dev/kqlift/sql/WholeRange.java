package dev.kqlift.sql;

import java.math.BigInteger;

/** Between which numbers a whole number, an instant or a length of time lies; the latter two in ticks. */
record WholeRange(BigInteger low, BigInteger high) {
    static final WholeRange LONG = of(Long.MIN_VALUE, Long.MAX_VALUE);
    static final WholeRange INT = of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    /** The instants that there are, in ticks. */
    static final WholeRange INSTANTS = of(0, 3_155_378_975_999_999_999L);

    static WholeRange of(long low, long high) {
        return new WholeRange(BigInteger.valueOf(low), BigInteger.valueOf(high));
    }

    boolean within(WholeRange other) {
        return low.compareTo(other.low) >= 0 && high.compareTo(other.high) <= 0;
    }

    boolean contains(long value) {
        BigInteger number = BigInteger.valueOf(value);
        return low.compareTo(number) <= 0 && high.compareTo(number) >= 0;
    }

    /** The range itself, or all of the other where it goes beyond: such a number wraps round. */
    WholeRange orAll(WholeRange other) {
        return within(other) ? this : other;
    }

    WholeRange hull(WholeRange other) {
        return new WholeRange(low.min(other.low), high.max(other.high));
    }

    WholeRange plus(WholeRange other) {
        return new WholeRange(low.add(other.low), high.add(other.high));
    }

    WholeRange minus(WholeRange other) {
        return new WholeRange(low.subtract(other.high), high.subtract(other.low));
    }

    WholeRange times(WholeRange other) {
        BigInteger a = low.multiply(other.low);
        BigInteger b = low.multiply(other.high);
        BigInteger c = high.multiply(other.low);
        BigInteger d = high.multiply(other.high);
        return new WholeRange(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
    }

    WholeRange negated() {
        return new WholeRange(high.negate(), low.negate());
    }

    /** All numbers that are no farther from zero. */
    WholeRange bothSigns() {
        return hull(negated());
    }

    /** How many bits the numbers take beside the sign. */
    int bits() {
        return Math.max(low.bitLength(), high.bitLength());
    }
}

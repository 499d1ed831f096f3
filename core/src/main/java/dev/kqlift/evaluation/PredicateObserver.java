package dev.kqlift.evaluation;

import dev.kqlift.ir.Scalar;

/** Is told what the single tests of filters say of the rows that reach them. */
public interface PredicateObserver {
    /** Asks nothing. */
    PredicateObserver NONE = new PredicateObserver() {
        @Override
        public boolean asks() {
            return false;
        }

        @Override
        public void observe(Scalar test, boolean truth) {}
    };

    /** Whether anything is to be told: each test is then evaluated by itself on each row, which takes time. */
    default boolean asks() {
        return true;
    }

    /** A test is true or false of a row; one that is null is not told. */
    void observe(Scalar test, boolean truth);
}

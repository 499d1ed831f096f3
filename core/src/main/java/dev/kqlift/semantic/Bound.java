package dev.kqlift.semantic;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;

/** What an expression turned out to be. */
sealed interface Bound {
    record BoundTable(Relation relation) implements Bound {}

    record BoundScalar(Scalar scalar) implements Bound {}
}

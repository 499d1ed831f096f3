/**
 * The bound IR: what a query means. Columns are identities, not names; functions are entries of the catalog; every node has
 * a type and an origin. Two trees: {@link dev.kqlift.ir.Relation} and {@link dev.kqlift.ir.Scalar}.
 */
@NullMarked
package dev.kqlift.ir;

import org.jspecify.annotations.NullMarked;

/**
 * The reference evaluator: a small, slow, plain interpreter of the bound query, which answers as the engine does or refuses.
 */
@NullMarked
package dev.kqlift.evaluation;

import org.jspecify.annotations.NullMarked;

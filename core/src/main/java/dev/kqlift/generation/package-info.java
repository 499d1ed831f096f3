/**
 * Random rules and random rows, to hold two engines against each other. A seed, tables and a {@link
 * dev.kqlift.generation.Vocabulary} enter; a query that binds, and rows full of edge values, leave. What fails is made small
 * by the {@link dev.kqlift.generation.Shrinker}. Knows nothing of the engines that are compared.
 */
@NullMarked
package dev.kqlift.generation;

import org.jspecify.annotations.NullMarked;

/** Builds the syntax tree from ANTLR's concrete tree: the one package of this module that knows the grammar. */
@NullMarked
package dev.kqlift.syntax.build;

import org.jspecify.annotations.NullMarked;

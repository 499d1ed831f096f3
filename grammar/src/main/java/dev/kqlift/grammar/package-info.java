/** The ANTLR grammar of KQL and its driver: text in, a concrete syntax tree and all syntax errors out. */
@NullMarked
package dev.kqlift.grammar;

import org.jspecify.annotations.NullMarked;

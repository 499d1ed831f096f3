/**
 * The syntax tree of KQL: faithful to the text in order and spelling, blind to meaning. Three trees of records:
 * {@link dev.kqlift.syntax.Statement}, {@link dev.kqlift.syntax.TabularOperator}, {@link dev.kqlift.syntax.Expression}.
 */
@NullMarked
package dev.kqlift.syntax;

import org.jspecify.annotations.NullMarked;

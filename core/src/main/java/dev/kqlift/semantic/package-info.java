/** The binder: names to columns, functions to the catalog, types to every expression. */
@NullMarked
package dev.kqlift.semantic;

import org.jspecify.annotations.NullMarked;

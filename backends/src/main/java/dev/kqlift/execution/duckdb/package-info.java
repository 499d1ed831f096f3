/** Queries in DuckDB, over tables at hand. */
@NullMarked
package dev.kqlift.execution.duckdb;

import org.jspecify.annotations.NullMarked;

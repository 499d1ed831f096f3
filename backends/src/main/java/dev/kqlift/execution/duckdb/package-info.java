/** DuckDB in memory: runs queries over tables at hand, and reads Parquet files. The only place that knows its driver. */
@NullMarked
package dev.kqlift.execution.duckdb;

import org.jspecify.annotations.NullMarked;

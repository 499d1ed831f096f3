/** What a local run reads: batches of queries, files of data and of places in, queries and tables out. */
@NullMarked
package dev.kqlift.execution;

import org.jspecify.annotations.NullMarked;

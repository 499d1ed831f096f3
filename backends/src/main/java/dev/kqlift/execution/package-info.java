/** What a local run reads: batches of queries and files of data in, queries and tables out. */
@NullMarked
package dev.kqlift.execution;

import org.jspecify.annotations.NullMarked;

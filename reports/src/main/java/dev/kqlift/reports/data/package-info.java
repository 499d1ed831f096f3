/**
 * The facts of a corpus as tables: a row is a record, its component names in snake case are the column names, and their
 * Javadoc is the documentation of the columns. What enters are {@code CorpusFacts}; what leaves are files of CSV, JSON and
 * Markdown and layers for the ATT&CK Navigator.
 */
@NullMarked
package dev.kqlift.reports.data;

import org.jspecify.annotations.NullMarked;

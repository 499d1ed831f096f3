package dev.kqlift.reports.data;

import java.util.function.Function;

/** A column of a table: its name and how a row fills it. */
record DataColumn<R>(String name, Function<R, Cell> value) {}

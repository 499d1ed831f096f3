/** What all CSV has in common. */
@NullMarked
package dev.kqlift.reports.csv;

import org.jspecify.annotations.NullMarked;

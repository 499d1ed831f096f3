/** What {@code overlap} writes: rows of the overlap index in, text, CSV or JSON out. */
@NullMarked
package dev.kqlift.reports.overlap;

import org.jspecify.annotations.NullMarked;

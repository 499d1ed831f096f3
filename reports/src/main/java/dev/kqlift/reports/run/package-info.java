/** What {@code run} writes: the rows of a result in, text, JSON or CSV out. */
@NullMarked
package dev.kqlift.reports.run;

import org.jspecify.annotations.NullMarked;

/** What {@code inspect} writes: analysed rules in, text or JSON out. */
@NullMarked
package dev.kqlift.reports.inspect;

import org.jspecify.annotations.NullMarked;

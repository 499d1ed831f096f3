/** What {@code transpile} writes: translations in, rule files, a table of counts, text or JSON out. */
@NullMarked
package dev.kqlift.reports.transpile;

import org.jspecify.annotations.NullMarked;

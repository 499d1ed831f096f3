/** What {@code lint} writes: outcomes of checks in; text for people, JSON, SARIF, annotations and JUnit XML out. */
@NullMarked
package dev.kqlift.reports.lint;

import org.jspecify.annotations.NullMarked;

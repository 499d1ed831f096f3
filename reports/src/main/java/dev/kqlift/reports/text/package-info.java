/** What texts for people are made of: columns, colours, and names that cannot drive a terminal. Knows nothing of rules. */
@NullMarked
package dev.kqlift.reports.text;

import org.jspecify.annotations.NullMarked;

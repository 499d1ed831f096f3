/** What differs between two corpora, as text for people, as Markdown for a pull request, and as JSON. */
@NullMarked
package dev.kqlift.reports.diff;

import org.jspecify.annotations.NullMarked;

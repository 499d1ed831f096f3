/**
 * The static site of a corpus: pages that work from a folder, offline and without JavaScript. What enters is
 * {@link dev.kqlift.corpus.facts.CorpusFacts}; what leaves is a folder. {@code SiteWriter} is the door, {@code SiteFolder} the
 * only class that touches files, {@code SitePlan} lists all pages; each kind of page has a class that fills its view, and a
 * template of the same name.
 */
@NullMarked
package dev.kqlift.reports.site;

import org.jspecify.annotations.NullMarked;

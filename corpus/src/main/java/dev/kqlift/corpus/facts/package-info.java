/**
 * What is known of the rules of a corpus, one by one and together: the rows behind every report. What enters are compiled
 * rules, what lint found in them and their translations; what leaves is {@link CorpusFacts}, immutable, without the bound
 * queries, so that ten thousand rules fit in memory.
 */
@NullMarked
package dev.kqlift.corpus.facts;

import org.jspecify.annotations.NullMarked;

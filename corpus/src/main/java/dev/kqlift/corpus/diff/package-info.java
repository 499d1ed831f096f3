/**
 * What differs between two corpora, rule by rule: in meaning, or only in text. What enters are the facts of both; what leaves
 * is {@link dev.kqlift.corpus.diff.CorpusDiff}.
 */
@NullMarked
package dev.kqlift.corpus.diff;

import org.jspecify.annotations.NullMarked;

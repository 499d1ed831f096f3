/**
 * Finding the files of a corpus and taking them through the steps: paths in, compiled rules out, in the order of the
 * paths
 * whatever the number of threads. Knows nothing of what is done with the rules.
 */
@NullMarked
package dev.kqlift.corpus.scan;

import org.jspecify.annotations.NullMarked;

/** What the rules of a corpus look for in common. Reads analysed rules; knows nothing of files or formats. */
@NullMarked
package dev.kqlift.corpus.overlap;

import org.jspecify.annotations.NullMarked;

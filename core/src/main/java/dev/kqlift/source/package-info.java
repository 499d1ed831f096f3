/** Texts and places in them: spans, positions, texts embedded in files. Knows nothing of rules or KQL. */
@NullMarked
package dev.kqlift.source;

import org.jspecify.annotations.NullMarked;

/** What a translation promises: fidelity words, notes, and how the effect of a part reaches the result. */
@NullMarked
package dev.kqlift.translation;

import org.jspecify.annotations.NullMarked;

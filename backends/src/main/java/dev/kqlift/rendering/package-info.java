/** Finished text into files: fragments with their strength, the views that templates see, the template engine. */
@NullMarked
package dev.kqlift.rendering;

import org.jspecify.annotations.NullMarked;

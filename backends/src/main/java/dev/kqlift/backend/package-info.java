/** The backends: one folder of data each, loaded when asked for. Knows the families, and no target by name. */
@NullMarked
package dev.kqlift.backend;

import org.jspecify.annotations.NullMarked;

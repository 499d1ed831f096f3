/** The data of a backend's folder, checked when loaded: its definition and its function table. */
@NullMarked
package dev.kqlift.mapping;

import org.jspecify.annotations.NullMarked;

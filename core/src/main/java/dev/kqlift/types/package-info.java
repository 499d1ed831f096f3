/** The scalar types of KQL and their constants. */
@NullMarked
package dev.kqlift.types;

import org.jspecify.annotations.NullMarked;

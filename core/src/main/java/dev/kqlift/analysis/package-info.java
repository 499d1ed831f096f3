/** Questions asked of a bound query: tables, parameters, stages, indicators, output fields. */
@NullMarked
package dev.kqlift.analysis;

import org.jspecify.annotations.NullMarked;

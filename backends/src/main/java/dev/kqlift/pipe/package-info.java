/** The pipe family: bound IR to a plan of piped commands, plan to text. Its first language is ES|QL. */
@NullMarked
package dev.kqlift.pipe;

import org.jspecify.annotations.NullMarked;

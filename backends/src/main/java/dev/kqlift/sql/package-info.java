/** The SQL family: bound IR to a plan of named steps, plan to text. */
@NullMarked
package dev.kqlift.sql;

import org.jspecify.annotations.NullMarked;

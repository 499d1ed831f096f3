/** Files that appear whole or not at all. */
@NullMarked
package dev.kqlift.reports.files;

import org.jspecify.annotations.NullMarked;

/** JSON as the command line promises it: UTF-8, a fixed order of keys, the same bytes on every run. */
@NullMarked
package dev.kqlift.reports.json;

import org.jspecify.annotations.NullMarked;

/** What KQL and the workspaces know out of the box, as data: functions, aggregates, plugins, tables. */
@NullMarked
package dev.kqlift.catalog;

import org.jspecify.annotations.NullMarked;

/**
 * What the templates of the site see: records of finished text, numbers and flags, and nothing else. Templates place these
 * values and decide nothing. Texts are plain and escaped by the template engine; markup has a type of its own.
 */
@NullMarked
package dev.kqlift.reports.site.view;

import org.jspecify.annotations.NullMarked;

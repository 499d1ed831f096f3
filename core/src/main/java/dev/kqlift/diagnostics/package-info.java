/** What kqlift says about a text: codes, severities, diagnostics. */
@NullMarked
package dev.kqlift.diagnostics;

import org.jspecify.annotations.NullMarked;

/** Bound queries built by hand, so that a backend is tested without the steps before it. */
@NullMarked
package dev.kqlift.testing;

import org.jspecify.annotations.NullMarked;

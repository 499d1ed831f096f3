/** Rule files: bytes to a decoded text, text to rule documents whose every value knows its place in the file. */
@NullMarked
package dev.kqlift.document;

import org.jspecify.annotations.NullMarked;

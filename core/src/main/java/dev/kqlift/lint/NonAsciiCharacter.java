package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;

/** A character outside of ASCII anywhere in a rule file in YAML. */
@RuleInfo(
        code = "KL112",
        name = "non-ascii-character",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class NonAsciiCharacter implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        String text = document.file().text().text();
        int count = 0;
        int first = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            // A mark of the byte order at the start is no character of the file.
            if (text.charAt(i) > '\u007F' && (i > 0 || text.charAt(0) != '\uFEFF')) {
                first = count++ == 0 ? i : first;
            }
        }
        if (count > 0) {
            int codePoint = text.codePointAt(first);
            String character = "U+%04X".formatted(codePoint);
            context.reportInFile(
                            new Span(first, first + Character.charCount(codePoint)),
                            count == 1
                                    ? "the file has the character " + character + ", which is not ASCII"
                                    : "the file has " + count + " characters that are not ASCII, the first of them "
                                            + character)
                    .help("use the ASCII character that is meant");
        }
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A character between the words of a query that looks like a space, like nothing or like a quote and is none. */
@RuleInfo(code = "KL111", name = "look-alike-character", category = LintCategory.METADATA, severity = Severity.WARNING)
final class LookAlikeCharacter implements LintRule, OnDocument {
    private static final Pattern LOOK_ALIKE = Pattern.compile(
            "[\\u00A0\\u2000-\\u200A\\u202F\\u3000]+|[\\u200B-\\u200D\\u2060\\uFEFF]+|[\\u2018\\u2019\\u201C\\u201D\\u201E\\u00AB\\u00BB]");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        document.query().map(EmbeddedText::text).ifPresent(query -> {
            Matcher found = LOOK_ALIKE.matcher(CodeText.of(query).code());
            while (found.find()) {
                report(new Span(found.start(), found.end()), found.group(), context);
            }
        });
    }

    private static void report(Span span, String characters, RuleContext context) {
        char character = characters.charAt(0);
        String code = "U+%04X".formatted((int) character);
        if (isQuote(character)) {
            context.report(span, "the quote " + code + " opens no text in KQL").help("use `\"` or `'`");
            return;
        }
        boolean wide = isWide(character);
        FindingBuilder finding = context.report(
                        span, "the query holds " + code + ", which looks like " + (wide ? "a space" : "nothing"))
                .help(wide ? "use a space" : "remove it")
                .fix(
                        Applicability.SAFE,
                        wide ? "use a space" : "remove it",
                        context.replace(span, wide ? " ".repeat(span.length()) : ""));
        if (characters.chars().allMatch(LookAlikeCharacter::isWhiteSpace)) {
            finding.atMost(Severity.NOTE);
        }
    }

    private static boolean isQuote(char c) {
        return c >= '\u2018' && c <= '\u201E' || c == '\u00AB' || c == '\u00BB';
    }

    /** True for what the language takes for white space: between words it changes nothing. */
    private static boolean isWhiteSpace(int c) {
        return c != '\u200C' && c != '\u200D' && c != '\u2060';
    }

    private static boolean isWide(char c) {
        return !(c >= '\u200B' && c <= '\u200D' || c == '\u2060' || c == '\uFEFF');
    }
}

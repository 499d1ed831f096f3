package dev.kqlift.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page of a check: Markdown with the headings {@code What it flags}, {@code Why}, {@code Flagged}, {@code Instead} and
 * {@code When to ignore}. The page is the check's test as well: lines of <em>Flagged</em> that end in the code are reported
 * and no others, <em>Instead</em> is clean, and where the check offers a fix it turns the one into the other.
 */
public final class LintPage {
    private LintPage() {}

    /** The page's text; what the steps before lint say has a shorter one. */
    public static String of(CheckInfo check) {
        return DiagnosticFamily.page(check).orElseGet(() -> file(check));
    }

    private static String file(CheckInfo check) {
        String name = fileName(check);
        try (InputStream in = LintPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the page's file: {@code KL612-join-without-kind.md}. */
    public static String fileName(CheckInfo check) {
        return check.code() + "-" + check.name() + ".md";
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that looks like a key or a token. */
@RuleInfo(code = "KL136", name = "secret-in-rule", category = LintCategory.METADATA, severity = Severity.WARNING)
final class SecretInRule implements LintRule, OnDocument {
    private static final List<Secret> SECRETS = List.of(
            new Secret(
                    "a shared access signature", "[?&]sv=\\d{4}-\\d\\d-\\d\\d&[^\\s\"']*\\bsig=[A-Za-z0-9%+/=]{30,}"),
            new Secret("a storage key", "\\bAccountKey=[A-Za-z0-9+/]{80,}={0,2}"),
            new Secret("a shared access key", "\\bSharedAccessKey=[A-Za-z0-9+/]{40,}={0,2}"),
            new Secret("an access key of AWS", "\\bAKIA[0-9A-Z]{16}\\b"),
            new Secret("a token of GitHub", "\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            new Secret("a token of Slack", "\\bxox[abpr]-[A-Za-z0-9-]{20,}"),
            new Secret("a signed token", "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            new Secret("a private key", "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s*[A-Za-z0-9+/]{20,}"));

    private record Secret(String what, Pattern pattern) {
        Secret(String what, String pattern) {
            this(what, Pattern.compile(pattern));
        }
    }

    @Override
    public void check(RuleDocument document, RuleContext context) {
        document.query().ifPresent(query -> check(query, context));
        RuleKeys.of(document, context)
                .ifPresent(keys -> keys.allTexts().stream()
                        .filter(text -> document.query()
                                .filter(query -> query.text().equals(text.value()))
                                .isEmpty())
                        .forEach(text -> check(keys.placed(text), context)));
    }

    private static void check(EmbeddedText text, RuleContext context) {
        for (Secret secret : SECRETS) {
            Matcher found = secret.pattern().matcher(text.text());
            while (found.find()) {
                context.reportInFile(
                                text.toFile(new Span(found.start(), found.end())), "this looks like " + secret.what())
                        .help("revoke it and remove it from the file");
            }
        }
    }
}

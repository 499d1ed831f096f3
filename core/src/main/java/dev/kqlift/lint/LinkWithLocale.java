package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link to documentation that fixes the reader's language. */
@RuleInfo(code = "KL116", name = "link-with-locale", category = LintCategory.METADATA, severity = Severity.NOTE)
final class LinkWithLocale implements LintRule, OnDocument {
    private static final Pattern LINK = Pattern.compile(
            "https://(?:docs|azure|learn)\\.microsoft\\.com(/[a-z]{2}-[a-z]{2})(?=[/\\s\"'<>)]|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context).ifPresent(keys -> {
            Span rule = keys.mapping().span();
            Matcher found = LINK.matcher(document.file().text().text()).region(rule.start(), rule.end());
            while (found.find()) {
                Span locale = new Span(found.start(1), found.end(1));
                context.reportInFile(
                                locale,
                                "the link fixes the language `" + found.group(1).substring(1) + "`")
                        .help("remove the language; the site picks the reader's own")
                        .fix(Applicability.SAFE, "remove the language", Optional.of(new TextEdit(locale, "")));
            }
        });
    }
}

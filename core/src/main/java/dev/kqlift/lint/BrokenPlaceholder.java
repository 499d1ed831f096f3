package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Braces of an alert's name or description that look like a placeholder and are none. */
@RuleInfo(
        code = "KL305",
        name = "broken-placeholder",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class BrokenPlaceholder implements LintRule, OnDocument {
    private static final Pattern NAME = Pattern.compile("\\{*\\s*(\\w+)\\s*\\}*");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        AlertFormats.of(document, context)
                .forEach(format -> format.brokenBraces().forEach(braces -> check(braces, context)));
    }

    private static void check(Located<String> braces, RuleContext context) {
        Matcher name = NAME.matcher(braces.value());
        boolean single = !braces.value().contains("{{") && !braces.value().contains("}}");
        boolean known = name.matches() && isReturned(name.group(1), context);
        // A word in single braces may be meant as it stands.
        if (single && !known) {
            return;
        }
        FindingBuilder finding = context.reportInFile(
                        braces.span(), "`" + braces.value() + "` is no placeholder: the alert shows it as it stands")
                .help("write `{{Column}}` with two braces at each side");
        if (known && isSpelt(braces, context)) {
            String whole = "{{" + name.group(1) + "}}";
            finding.fix(Applicability.SAFE, "write `" + whole + "`", Optional.of(new TextEdit(braces.span(), whole)));
        }
    }

    private static boolean isReturned(String name, RuleContext context) {
        return context.subject().analysis().outputFields().stream()
                .anyMatch(field -> field.name().equals(name));
    }

    private static boolean isSpelt(Located<String> braces, RuleContext context) {
        String file = context.subject().document().file().text().text();
        return file.substring(braces.span().start(), braces.span().end()).equals(braces.value());
    }
}

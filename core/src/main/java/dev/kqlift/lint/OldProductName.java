package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name that a product no longer has, in the texts that people read. */
@RuleInfo(code = "KL135", name = "old-product-name", category = LintCategory.METADATA, severity = Severity.NOTE)
final class OldProductName implements LintRule, OnDocument {
    private static final List<Renamed> NAMES = List.of(
            new Renamed("Azure Active Directory Domain Services", "Microsoft Entra Domain Services"),
            new Renamed("Azure Active Directory Identity Protection", "Microsoft Entra ID Protection"),
            new Renamed("Azure AD Identity Protection", "Microsoft Entra ID Protection"),
            new Renamed("Azure Active Directory", "Microsoft Entra ID"),
            new Renamed("Azure Sentinel", "Microsoft Sentinel"),
            new Renamed("Azure Security Center", "Microsoft Defender for Cloud"),
            new Renamed("Azure Advanced Threat Protection", "Microsoft Defender for Identity"),
            new Renamed("Microsoft Cloud App Security", "Microsoft Defender for Cloud Apps"),
            new Renamed("Office 365 Advanced Threat Protection", "Microsoft Defender for Office 365"));

    private static final Pattern OLD =
            Pattern.compile("\\b(?:" + NAMES.stream().map(Renamed::old).collect(Collectors.joining("|")) + ")\\b");

    private record Renamed(String old, String now) {}

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context).ifPresent(keys -> {
            for (String key : List.of(keys.nameKey(), "description")) {
                keys.text(key).map(keys::placed).ifPresent(text -> check(text, context));
            }
        });
    }

    private static void check(EmbeddedText text, RuleContext context) {
        Matcher found = OLD.matcher(text.text());
        while (found.find()) {
            String now = now(found.group());
            Span place = text.toFile(new Span(found.start(), found.end()));
            boolean whole = place.length() == found.group().length();
            context.reportInFile(place, "the product `" + found.group() + "` is called `" + now + "` now")
                    .help("use the present name")
                    .fix(
                            Applicability.SAFE,
                            "write `" + now + "`",
                            whole ? Optional.of(new TextEdit(place, now)) : Optional.empty());
        }
    }

    private static String now(String old) {
        return NAMES.stream()
                .filter(name -> name.old().equals(old))
                .map(Renamed::now)
                .findFirst()
                .orElse(old);
    }
}

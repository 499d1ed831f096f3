package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import java.util.regex.Pattern;

/** An IPv4 address, or the beginning of one, looked for as a piece of text. */
@RuleInfo(code = "KL610", name = "address-as-text", category = LintCategory.MEANING, severity = Severity.WARNING)
final class AddressAsText implements LintRule, OnStringMatch {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){0,3}\\.?");
    private static final int OCTETS = 4;
    private static final int LARGEST = 255;

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        boolean substring = match.kind() == MatchKind.SUBSTRING;
        if ((substring || match.kind() == MatchKind.PREFIX) && isAddress(match.text())) {
            for (Scalar pattern : match.patterns()) {
                for (String text : ConstantTexts.of(pattern)) {
                    check(text, substring, pattern.origin(), context);
                }
            }
        }
    }

    private static void check(String text, boolean substring, Origin origin, RuleContext context) {
        if (!text.contains(".") || !ADDRESS.matcher(text).matches()) {
            return;
        }
        String[] octets = text.split("\\.", -1);
        String last = octets[octets.length - 1];
        boolean part = octets.length < OCTETS || last.isEmpty();
        if (goesOn(last) || substring && (part || goesBack(octets[0]))) {
            context.report(origin, "as a piece of text, `" + text + "` is part of other addresses too")
                    .help("use `ipv4_is_in_range()` with a network, `has_ipv4()` or `has_ipv4_prefix()`");
        }
    }

    /** Whether a further digit gives another octet. */
    private static boolean goesOn(String octet) {
        return !octet.isEmpty() && !octet.equals("0") && Integer.parseInt(octet) * 10 <= LARGEST;
    }

    private static boolean goesBack(String octet) {
        return octet.length() < 3
                && Integer.parseInt("1" + "0".repeat(octet.length())) + Integer.parseInt(octet) <= LARGEST;
    }

    private static boolean isAddress(Scalar scalar) {
        return scalar instanceof Scalar.ColumnRef reference
                && reference
                        .column()
                        .name()
                        .matches("(?:.*[a-z_])?(?:IP|Ip|ip)(?:v4|V4)?(?:[A-Z_0-9].*|s)?|(?i:.*ip_?addr.*)");
    }
}

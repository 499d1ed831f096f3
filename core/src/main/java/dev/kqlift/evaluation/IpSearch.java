package dev.kqlift.evaluation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that stand in a text, bounded by what is neither a letter nor a digit. */
final class IpSearch {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private IpSearch() {}

    /** Whether the text holds the address; what is no address is nowhere. */
    static boolean has(Arguments a, String text, String address) {
        return Ip4.read(address).filter(ip -> !address.contains("/")).isPresent() && found(a, text, address, true);
    }

    /** Whether the text holds an address that begins so; a prefix ends with a dot or is whole. */
    static boolean hasPrefix(Arguments a, String text, String prefix) {
        boolean whole = Ip4.read(prefix).isPresent();
        if (!whole && !prefix.matches("(?:\\d{1,3}\\.){1,3}")) {
            return false;
        }
        return found(a, text, prefix, whole);
    }

    private static boolean found(Arguments a, String text, String prefix, boolean whole) {
        Matcher matcher = ADDRESS.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            from = matcher.start() + 1;
            boolean fits =
                    whole ? matcher.group().equals(prefix) : matcher.group().startsWith(prefix);
            if (!fits || Ip4.read(matcher.group()).isEmpty() || isInWord(text, matcher)) {
                continue;
            }
            if (touchesDot(text, matcher)) {
                throw a.refuse("whether an address may stand beside a dot is not known");
            }
            return true;
        }
        return false;
    }

    private static boolean isInWord(String text, Matcher matcher) {
        return matcher.start() > 0 && Character.isLetterOrDigit(text.codePointBefore(matcher.start()))
                || matcher.end() < text.length() && Character.isLetterOrDigit(text.codePointAt(matcher.end()));
    }

    private static boolean touchesDot(String text, Matcher matcher) {
        return matcher.start() > 0 && text.charAt(matcher.start() - 1) == '.'
                || matcher.end() + 1 < text.length()
                        && text.charAt(matcher.end()) == '.'
                        && Character.isLetterOrDigit(text.charAt(matcher.end() + 1));
    }
}

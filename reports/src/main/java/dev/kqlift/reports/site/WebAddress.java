package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.TextPart;
import dev.kqlift.reports.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses in texts of authors. Only {@code http} and {@code https} become links. */
final class WebAddress {
    /** What a link out of the site states of itself. */
    static final String REL = "noopener noreferrer nofollow";

    private static final String LETTERS = "[A-Za-z0-9._~:/?#@!$&*+,;=%()\\[\\]-]";
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9]" + LETTERS + "*");
    private static final String ENDS_A_SENTENCE = ".,;:!?)]";

    private WebAddress() {}

    /** True for a text that is an address and nothing else. */
    static boolean isWhole(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The text with its addresses told apart. */
    static List<TextPart> parts(String text) {
        String shown = Printable.block(text);
        List<TextPart> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(shown);
        int end = 0;
        while (found.find()) {
            String address = trimmed(found.group());
            if (found.start() > end) {
                parts.add(new TextPart(shown.substring(end, found.start()), null));
            }
            parts.add(new TextPart(address, address));
            end = found.start() + address.length();
        }
        if (end < shown.length()) {
            parts.add(new TextPart(shown.substring(end), null));
        }
        return parts;
    }

    /** A full stop or a closing bracket behind an address belongs to the sentence. */
    private static String trimmed(String address) {
        int end = address.length();
        while (ENDS_A_SENTENCE.indexOf(address.charAt(end - 1)) >= 0 && !closes(address, end)) {
            end--;
        }
        return address.substring(0, end);
    }

    private static boolean closes(String address, int end) {
        String head = address.substring(0, end);
        return head.endsWith(")") && count(head, '(') >= count(head, ')');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}

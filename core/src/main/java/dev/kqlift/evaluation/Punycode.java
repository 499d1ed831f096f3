package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of domains in ASCII: the encoding of RFC 3492. */
final class Punycode {
    private static final int BASE = 36;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;

    private Punycode() {}

    static void addTo(FunctionTable table) {
        table.strict(
                "punycode_to_string",
                a -> decode(a.text(0))
                        .<Value>map(Value.Text::new)
                        .orElseThrow(() -> a.refuse("the text is not encoded so")));
        table.strict("punycode_from_string", a -> new Value.Text(encode(a.text(0))));
        table.strict(
                "punycode_domain_from_string",
                a -> new Value.Text(Pattern.compile("xn--([^.]*)")
                        .matcher(a.text(0))
                        .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                                decode(part.group(1)).orElseThrow(() -> a.refuse("a part is not encoded so"))))));
    }

    private static int threshold(int k, int bias) {
        return Math.max(1, Math.min(26, k - bias));
    }

    private static int adapted(int delta, int count, boolean first) {
        int rest = first ? delta / 700 : delta / 2;
        rest += rest / count;
        int k = 0;
        while (rest > (BASE - 1) * 26 / 2) {
            rest /= BASE - 1;
            k += BASE;
        }
        return k + BASE * rest / (rest + 38);
    }

    /** The text; empty where it is not encoded so. */
    static Optional<String> decode(String text) {
        int delimiter = text.lastIndexOf('-');
        StringBuilder out = new StringBuilder(text.substring(0, Math.max(0, delimiter)));
        int code = FIRST_CODE;
        int place = 0;
        int bias = FIRST_BIAS;
        int at = delimiter + 1;
        while (at < text.length()) {
            int before = place;
            int weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? Character.digit(text.charAt(at++), BASE) : -1;
                if (digit < 0 || place > 1 << 24) {
                    return Optional.empty();
                }
                // Letters are the digits from 0 on here, figures those from 26 on.
                digit = digit < 10 ? digit + 26 : digit - 10;
                place += digit * weight;
                if (digit < threshold(k, bias)) {
                    break;
                }
                weight *= BASE - threshold(k, bias);
            }
            int count = out.codePointCount(0, out.length()) + 1;
            bias = adapted(place - before, count, before == 0);
            code += place / count;
            place %= count;
            if (!Character.isValidCodePoint(code)) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, place++), Character.toString(code));
        }
        return Optional.of(out.toString());
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(c -> c < FIRST_CODE).forEach(out::appendCodePoint);
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int code = FIRST_CODE;
        int delta = 0;
        int bias = FIRST_BIAS;
        int length = TextFunctions.length(text);
        while (handled < length) {
            int from = code;
            int next = text.codePoints().filter(c -> c >= from).min().orElseThrow();
            delta += (next - code) * (handled + 1);
            code = next;
            for (int c : text.codePoints().toArray()) {
                if (c < code) {
                    delta++;
                }
                if (c == code) {
                    writeNumber(out, delta, bias);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            code++;
        }
        return out.toString();
    }

    private static void writeNumber(StringBuilder out, int number, int bias) {
        int rest = number;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int number) {
        return (char) (number < 26 ? 'a' + number : '0' + number - 26);
    }
}

package dev.kqlift.evaluation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address.
 *
 * @param address its 32 bits
 * @param prefix how many of them count, 32 where the text does not say
 */
record Ip4(long address, int prefix) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    /** The address of a text; empty where it is none. */
    static Optional<Ip4> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(matcher.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            address = address << 8 | part;
        }
        String length = matcher.group(5);
        int prefix = length == null ? 32 : Integer.parseInt(length);
        return prefix > 32 ? Optional.empty() : Optional.of(new Ip4(address, prefix));
    }

    /** Whether the text may be an address in a form that is not read here: fewer parts, numbers that begin with 0. */
    static boolean isDoubtful(String text) {
        String address = text.strip().split("/", 2)[0];
        return address.matches("\\d+(?:\\.\\d+){0,2}")
                || address.matches("(?:.*\\.)?0\\d.*") && address.matches("[\\d.]+");
    }

    static long mask(int prefix) {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << 32 - prefix & 0xFFFFFFFFL;
    }

    /** The bits that count. */
    long network(int bits) {
        return address & mask(bits);
    }

    boolean isIn(Ip4 range) {
        return network(range.prefix) == range.network(range.prefix);
    }

    static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}

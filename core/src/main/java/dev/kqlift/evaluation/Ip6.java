package dev.kqlift.evaluation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * An IPv6 address, or an IPv4 one as it stands among them.
 *
 * @param address its 128 bits
 * @param prefix how many of them count, 128 where the text does not say
 */
record Ip6(BigInteger address, int prefix) {
    private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF).shiftLeft(32);

    /** The address of a text; empty where it is none. */
    static Optional<Ip6> read(String text) {
        Optional<Ip4> four = Ip4.read(text);
        if (four.isPresent()) {
            return Optional.of(new Ip6(
                    MAPPED.add(BigInteger.valueOf(four.get().address())),
                    four.get().prefix() + 96));
        }
        String[] halves = text.strip().split("/", 2);
        int prefix = 128;
        if (halves.length > 1) {
            if (!halves[1].matches("\\d{1,3}")) {
                return Optional.empty();
            }
            // A prefix after the dotted form counts the bits of that form.
            prefix = Integer.parseInt(halves[1]) + (halves[0].contains(".") ? 96 : 0);
        }
        int bits = prefix;
        return bits > 128 ? Optional.empty() : groups(halves[0]).map(address -> new Ip6(address, bits));
    }

    private static Optional<BigInteger> groups(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        int dotted = address.lastIndexOf(':');
        if (address.contains(".")) {
            Optional<Ip4> four = dotted < 0 ? Optional.empty() : Ip4.read(address.substring(dotted + 1));
            if (four.isEmpty()) {
                return Optional.empty();
            }
            long bits = four.get().address();
            address = address.substring(0, dotted + 1) + Long.toHexString(bits >> 16) + ":"
                    + Long.toHexString(bits & 0xFFFF);
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address.matches("[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}")
                    ? Optional.of(bits(address))
                    : Optional.empty();
        }
        String left = address.substring(0, gap);
        String right = address.substring(gap + 2);
        int present = count(left) + count(right);
        boolean fits = present < 8 && isGroups(left) && isGroups(right);
        return fits ? Optional.of(bits(left).shiftLeft(16 * (8 - count(left))).add(bits(right))) : Optional.empty();
    }

    private static boolean isGroups(String text) {
        return text.isEmpty() || text.matches("[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*");
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":").length;
    }

    private static BigInteger bits(String groups) {
        BigInteger bits = BigInteger.ZERO;
        for (String group : groups.isEmpty() ? new String[0] : groups.split(":")) {
            bits = bits.shiftLeft(16).add(BigInteger.valueOf(Integer.parseInt(group, 16)));
        }
        return bits;
    }

    /** The address, that of the dotted form as the IPv4 address that it writes: so the engine compares them. */
    static Optional<Ip6> compared(String text) {
        String stripped = text.strip();
        return stripped.startsWith("::") && stripped.indexOf(':', 2) < 0 && stripped.contains(".")
                ? read(stripped.substring(2))
                : read(stripped);
    }

    /** The bits that count. */
    BigInteger network(int bits) {
        return address.shiftRight(128 - bits).shiftLeft(128 - bits);
    }

    boolean isIn(Ip6 range) {
        return network(range.prefix).equals(range.network(range.prefix));
    }

    /** All eight groups with four digits each. */
    static String text(BigInteger address) {
        StringBuilder out = new StringBuilder();
        for (int i = 7; i >= 0; i--) {
            int group =
                    address.shiftRight(16 * i).and(BigInteger.valueOf(0xFFFF)).intValueExact();
            out.append(String.format(Locale.ROOT, "%04x", group)).append(i > 0 ? ":" : "");
        }
        return out.toString();
    }
}

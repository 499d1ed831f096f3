package dev.kqlift.execution;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;

/**
 * A network of addresses.
 *
 * @param bits the bits that its addresses have in common
 */
record Network(Length length, BigInteger bits) {
    /**
     * How much of an address a network tells.
     *
     * @param size the bits of an address, 32 or 128
     * @param prefix how many of them the addresses have in common
     */
    record Length(int size, int prefix) implements Comparable<Length> {
        /** The longest prefix first. */
        @Override
        public int compareTo(Length other) {
            return Comparator.comparingInt(Length::size)
                    .thenComparing(Comparator.comparingInt(Length::prefix).reversed())
                    .compare(this, other);
        }
    }

    /** The network of a text such as {@code 203.0.113.0/24} or of a single address; empty where it is none. */
    static Optional<Network> of(String text) {
        String[] parts = text.split("/", 2);
        // Only digits and their separators: a name would be looked up.
        if (!parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(parts[0]);
            int size = address.getAddress().length * 8;
            int prefix = parts.length == 1 ? size : prefix(parts[1]);
            if (prefix < 0 || prefix > size || size == 32 && parts[0].split("\\.", -1).length != 4) {
                return Optional.empty();
            }
            Length length = new Length(size, prefix);
            return bits(address, length).map(bits -> new Network(length, bits));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static int prefix(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    /** What an address has in common with the others of its network; empty where it is of another size. */
    static Optional<BigInteger> bits(InetAddress address, Length length) {
        byte[] bytes = address.getAddress();
        return bytes.length * 8 == length.size()
                ? Optional.of(new BigInteger(1, bytes).shiftRight(length.size() - length.prefix()))
                : Optional.empty();
    }
}

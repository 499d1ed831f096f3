package dev.kqlift.analysis;

import java.util.Comparator;

/** The order of texts by code point, which the machine formats use; {@code String}'s own order is by UTF-16 unit. */
public final class CodePointOrder {
    /** The order as a comparator. */
    public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

    private CodePointOrder() {}

    /** Below zero where the first text stands before the second. */
    public static int compare(String first, String second) {
        int length = Math.min(first.length(), second.length());
        for (int i = 0; i < length; i++) {
            char a = first.charAt(i);
            char b = second.charAt(i);
            if (a != b) {
                // Surrogates stand for the code points above all others, but lie below U+E000 as units.
                boolean highA = Character.isSurrogate(a);
                boolean highB = Character.isSurrogate(b);
                if (highA != highB) {
                    return highA ? 1 : -1;
                }
                return a - b;
            }
        }
        return first.length() - second.length();
    }
}

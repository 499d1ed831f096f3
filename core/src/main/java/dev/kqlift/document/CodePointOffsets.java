package dev.kqlift.document;

import java.util.Arrays;

/** Turns offsets in code points, which the YAML library counts, into UTF-16 offsets. */
final class CodePointOffsets {
    private static final CodePointOffsets IDENTITY = new CodePointOffsets(new int[0]);

    /** The code point offsets of the characters that take two units, ascending. */
    private final int[] pairs;

    private CodePointOffsets(int[] pairs) {
        this.pairs = pairs;
    }

    static CodePointOffsets of(String text) {
        int[] pairs = new int[0];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
                }
                pairs[count] = i - count;
                count++;
                i++;
            }
        }
        return count == 0 ? IDENTITY : new CodePointOffsets(Arrays.copyOf(pairs, count));
    }

    int toUnits(int codePoints) {
        if (pairs.length == 0) {
            return codePoints;
        }
        int found = Arrays.binarySearch(pairs, codePoints);
        return codePoints + (found >= 0 ? found : -found - 1);
    }
}

package dev.kqlift.document;

import dev.kqlift.source.Located;
import java.util.Optional;

/** Finds GUIDs in texts. */
final class Guids {
    private static final int LENGTH = 36;

    private Guids() {}

    /** The last GUID of a scalar, placed at the scalar: resource ids begin with the GUID of the subscription. */
    static Optional<Located<String>> lastIn(Datum.Scalar scalar) {
        String text = scalar.value();
        for (int i = text.length() - LENGTH; i >= 0; i--) {
            if (isGuid(text, i)) {
                return Optional.of(new Located<>(text.substring(i, i + LENGTH), scalar.span()));
            }
        }
        return Optional.empty();
    }

    private static boolean isGuid(String text, int from) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            }
        }
        return true;
    }
}

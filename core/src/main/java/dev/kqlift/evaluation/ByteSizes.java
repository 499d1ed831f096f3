package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** {@code format_bytes()}. */
final class ByteSizes {
    private static final List<String> UNITS = List.of("Bytes", "KB", "MB", "GB", "TB", "PB", "EB");

    private ByteSizes() {}

    static void addTo(FunctionTable table) {
        table.strict("format_bytes", ByteSizes::format);
    }

    private static Value format(Arguments a) {
        double size = a.real(0);
        int places = (int) a.whole(1, 0);
        if (size < 0 || !Double.isFinite(size) || places < 0 || places > 15) {
            throw a.refuse("the size or the number of places is out of range");
        }
        int unit = 0;
        if (a.has(2)) {
            unit = UNITS.indexOf(a.text(2));
        } else {
            for (double rest = size; rest >= 1024 && unit < UNITS.size() - 1; rest /= 1024) {
                unit++;
            }
        }
        if (unit < 0) {
            throw a.refuse("`" + a.text(2) + "` is no unit");
        }
        BigDecimal amount = new BigDecimal(size).divide(BigDecimal.valueOf(1024).pow(unit));
        BigDecimal rounded = amount.setScale(places, RoundingMode.HALF_UP);
        if (rounded.compareTo(amount.setScale(places, RoundingMode.HALF_EVEN)) != 0
                || rounded.doubleValue() >= 1024 && !a.has(2)) {
            throw a.refuse("how the amount is rounded is not known");
        }
        String text = rounded.stripTrailingZeros().scale() < places && places > 0 ? "" : rounded.toPlainString();
        if (text.isEmpty()) {
            throw a.refuse("whether zeros at the end are written is not known");
        }
        return new Value.Text(text + " " + UNITS.get(unit));
    }
}

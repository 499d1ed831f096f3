package dev.kqlift.reports.run;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.Optional;

/** A cell of a result as machine formats show it. */
final class CellText {
    private CellText() {}

    /** The text, empty for a null. A text in a dynamic column stands in quotes: it is JSON. */
    static Optional<String> of(Value value, KqlType type) {
        if (value instanceof Value.Null) {
            return Optional.empty();
        }
        return Optional.of(type == KqlType.DYNAMIC ? ValueText.json(value) : ValueText.of(value));
    }
}

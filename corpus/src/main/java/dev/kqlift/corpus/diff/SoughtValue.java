package dev.kqlift.corpus.diff;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that a rule looks for, or a test without constant values. */
public record SoughtValue(String field, IndicatorKind kind, boolean negated, Optional<String> value) {
    static List<SoughtValue> of(List<Indicator> indicators) {
        List<SoughtValue> values = new ArrayList<>();
        for (Indicator indicator : indicators) {
            if (indicator.values().isEmpty()) {
                values.add(new SoughtValue(indicator.field(), indicator.kind(), indicator.negated(), Optional.empty()));
            }
            for (String value : indicator.values()) {
                values.add(
                        new SoughtValue(indicator.field(), indicator.kind(), indicator.negated(), Optional.of(value)));
            }
        }
        return values;
    }
}

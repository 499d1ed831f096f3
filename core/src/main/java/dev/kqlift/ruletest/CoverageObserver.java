package dev.kqlift.ruletest;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.PredicateObserver;
import dev.kqlift.evaluation.Predicates;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers over all cases of a rule what its tests said. A test that is read twice, in a {@code let}, counts once. */
final class CoverageObserver implements PredicateObserver {
    private final AnalyzedRule rule;
    private final Map<Span, Seen> seen = new LinkedHashMap<>();

    CoverageObserver(AnalyzedRule rule) {
        this.rule = rule;
        rule.bound()
                .ifPresent(bound -> Predicates.of(bound)
                        .forEach(test -> seen.put(test.origin().span(), new Seen(false, false))));
    }

    private record Seen(boolean yes, boolean no) {
        Seen with(boolean truth) {
            return new Seen(yes || truth, no || !truth);
        }
    }

    @Override
    public void observe(Scalar test, boolean truth) {
        seen.computeIfPresent(test.origin().span(), (span, before) -> before.with(truth));
    }

    Coverage coverage() {
        EmbeddedText text = rule.document().query().orElseThrow();
        List<Coverage.Gap> gaps = new ArrayList<>();
        seen.forEach((span, told) -> {
            if (!told.yes() || !told.no()) {
                String test = text.text().substring(span.start(), span.end());
                gaps.add(new Coverage.Gap(test, text.toFile(span), told.yes(), told.no()));
            }
        });
        return new Coverage(rule.document().file(), seen.size(), gaps);
    }
}

package dev.kqlift.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The checks that want to see one kind of thing.
 *
 * @param rules the checks
 * @param contexts where each puts what it finds
 */
record Interested<R>(List<R> rules, List<RuleContext> contexts) {
    static <R> Interested<R> of(Class<R> interest, List<LintPass.Running> checks) {
        List<R> rules = new ArrayList<>();
        List<RuleContext> contexts = new ArrayList<>();
        for (LintPass.Running check : checks) {
            if (interest.isInstance(check.rule())) {
                rules.add(interest.cast(check.rule()));
                contexts.add(check.context());
            }
        }
        return new Interested<>(rules, contexts);
    }

    void tell(BiConsumer<R, RuleContext> action) {
        for (int i = 0; i < rules.size(); i++) {
            action.accept(rules.get(i), contexts.get(i));
        }
    }
}

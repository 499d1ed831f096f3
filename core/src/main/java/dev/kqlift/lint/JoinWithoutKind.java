package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;

/** {@code join} without a kind is {@code innerunique}, which keeps one left row a key. */
@RuleInfo(code = "KL612", name = "join-without-kind", category = LintCategory.MEANING, severity = Severity.WARNING)
final class JoinWithoutKind implements LintRule, OnOperator {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Join join
                && !join.lookup()
                && join.parameters().stream().map(Parameter::name).noneMatch("kind"::equals)) {
            context.report(context.keyword(join), "`join` without a kind keeps one arbitrary left row for each key")
                    .help("state the kind: `kind=inner` keeps all pairs, `kind=innerunique` is what runs now");
        }
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxWalk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One long list of values in several rules: it has to be kept up to date in each of them. */
@RuleInfo(code = "KL805", name = "shared-value-list", category = LintCategory.CORPUS, severity = Severity.NOTE)
final class SharedValueList implements LintRule, OnCorpus {
    private static final int LEAST_VALUES = 10;

    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    private static final class Collector implements CorpusCollector {
        private final Map<List<String>, List<CorpusRule>> lists = new LinkedHashMap<>();

        @Override
        public void add(LintSubject rule, RuleContext context) {
            if (rule.syntax().isEmpty()) {
                context.notChecked(
                        rule.document().query().isEmpty() ? "the rule has no query" : "the query does not parse");
                return;
            }
            Map<List<String>, Span> own = lists(rule.syntax().get());
            own.forEach((values, span) -> lists.computeIfAbsent(values, key -> new ArrayList<>())
                    .add(new CorpusRule(context, context.inFile(span))));
        }

        /** The long lists of a query by their values in order, each at its first place. */
        private static Map<List<String>, Span> lists(Query query) {
            Map<List<String>, Span> lists = new LinkedHashMap<>();
            SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
                @Override
                public void expression(Expression expression) {
                    List<String> values = List.copyOf(new TreeSet<>(values(expression)));
                    if (values.size() >= LEAST_VALUES) {
                        lists.putIfAbsent(values, expression.origin().span());
                    }
                }
            });
            return lists;
        }

        private static List<String> values(Expression expression) {
            if (expression instanceof Expression.Membership membership) {
                return membership.items().stream()
                        .flatMap(item -> text(item).stream())
                        .toList();
            }
            if (expression instanceof Expression.DynamicLiteral literal
                    && literal.value() instanceof Expression.Json.Array array) {
                return array.items().stream()
                        .flatMap(item -> item instanceof Expression.Json.Scalar scalar
                                ? text(scalar.literal()).stream()
                                : Optional.<String>empty().stream())
                        .toList();
            }
            return List.of();
        }

        private static Optional<String> text(Expression expression) {
            return expression instanceof Expression.StringLiteral literal
                    ? Optional.of(literal.value())
                    : Optional.empty();
        }

        @Override
        public void finish() {
            lists.forEach((values, rules) -> {
                for (CorpusRule rule : rules) {
                    List<CorpusRule> others = rule.others(rules).stream()
                            .filter(other -> !rule.isCopyOf(other))
                            .toList();
                    if (!others.isEmpty()) {
                        String count = CorpusRule.count(others, "another rule", "other rules");
                        rule.report(
                                        "the list of " + values.size() + " values stands in " + count + " as well",
                                        others,
                                        "the same list")
                                .help("keep the values in a watchlist or in a saved function");
                    }
                }
            });
        }
    }
}

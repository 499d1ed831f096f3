package dev.kqlift.lint;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that a query reads, with the places where they stand. */
final class QueryNames {
    private final Map<String, List<Origin>> places = new LinkedHashMap<>();
    private final List<String> prefixes = new ArrayList<>();

    private QueryNames() {}

    static QueryNames of(Query query) {
        QueryNames names = new QueryNames();
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void expression(Expression expression) {
                names.add(expression);
            }

            @Override
            public void operator(TabularOperator operator) {
                names.add(operator);
            }
        });
        return names;
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.NameReference(var name, var origin)) {
            add(name, origin);
        } else if (expression instanceof Expression.Call call) {
            add(call.function().text(), call.function().origin());
        }
    }

    private void add(TabularOperator operator) {
        if (operator instanceof TabularOperator.Invoke invoke) {
            add(invoke.function().text(), invoke.function().origin());
        } else if (operator instanceof TabularOperator.Union union) {
            patterns(union.sources());
        } else if (operator instanceof TabularOperator.Find find) {
            patterns(find.tables());
        } else if (operator instanceof TabularOperator.Search search) {
            patterns(search.tables());
        }
    }

    private void patterns(List<NamePattern> patterns) {
        for (NamePattern pattern : patterns) {
            pattern.pattern().ifPresent(text -> prefixes.add(text.substring(0, Math.max(text.indexOf('*'), 0))));
        }
    }

    private void add(String name, Origin origin) {
        places.computeIfAbsent(name, ignored -> new ArrayList<>()).add(origin);
    }

    /** Where a name stands, in the order of the text; a wildcard that fits the name is not listed. */
    List<Origin> places(String name) {
        return places.getOrDefault(name, List.of());
    }

    /** Whether a wildcard may mean the name. */
    boolean isMeantByWildcard(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}

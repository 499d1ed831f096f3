package dev.kqlift.sql;

import dev.kqlift.rendering.Fragment;
import dev.kqlift.rendering.RuleBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Plans to text. */
final class SqlPrinter {
    private SqlPrinter() {}

    static RuleBody print(SqlPlan plan) {
        List<RuleBody.Part> parts = new ArrayList<>();
        for (SqlPlan.Step step : plan.steps()) {
            parts.add(new RuleBody.Part(SqlNames.quoted(step.name()), body(step.body(), "    ")));
        }
        return new RuleBody(parts, body(plan.result(), ""), new LinkedHashMap<>());
    }

    private static String body(SqlPlan.Body body, String indent) {
        return switch (body) {
            case SqlPlan.Select select -> select(select, indent);
            case SqlPlan.UnionAll union -> {
                List<String> parts = new ArrayList<>();
                union.parts().forEach(part -> parts.add(select(part, indent)));
                yield String.join("\n" + indent + "UNION ALL\n", parts);
            }
        };
    }

    private static String select(SqlPlan.Select select, String indent) {
        StringBuilder out = new StringBuilder(indent).append("SELECT ").append(select.distinct() ? "DISTINCT " : "");
        if (select.items().isEmpty()) {
            out.append('*');
        }
        for (int i = 0; i < select.items().size(); i++) {
            SqlPlan.Item item = select.items().get(i);
            out.append(i == 0 ? "" : ",\n" + indent + "       ")
                    .append(item.value().in(SqlStrengths.ARGUMENT));
            item.name().ifPresent(name -> out.append(" AS ").append(SqlNames.quoted(name)));
        }
        select.source()
                .ifPresent(source ->
                        out.append('\n').append(indent).append("FROM ").append(source));
        List<String> conditions = new ArrayList<>();
        for (Fragment condition : select.where()) {
            // A single condition needs no parentheses; of several each must bind more tightly than AND.
            conditions.add(condition.in(select.where().size() == 1 ? SqlStrengths.ARGUMENT : SqlStrengths.AND));
        }
        clause(out, indent, "WHERE ", String.join("\n" + indent + "  AND ", conditions));
        clause(
                out,
                indent,
                "GROUP BY ",
                String.join(", ", select.groupBy().stream().map(String::valueOf).toList()));
        select.qualify().ifPresent(condition -> clause(out, indent, "QUALIFY ", condition.text()));
        clause(out, indent, "ORDER BY ", String.join(", ", select.orderBy()));
        select.limit().ifPresent(count -> clause(out, indent, "LIMIT ", count));
        return out.toString();
    }

    private static void clause(StringBuilder out, String indent, String keyword, String text) {
        if (!text.isEmpty()) {
            out.append('\n').append(indent).append(keyword).append(text);
        }
    }
}

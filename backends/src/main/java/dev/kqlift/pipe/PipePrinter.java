package dev.kqlift.pipe;

import dev.kqlift.rendering.Fragment;
import dev.kqlift.rendering.Strengths;
import java.util.ArrayList;
import java.util.List;

/** Plan to text, with the parentheses that the strengths ask for. */
final class PipePrinter {
    /** The binding strengths of ES|QL, weakest first. */
    static final Strengths STRENGTHS =
            new Strengths(List.of("or", "and", "not", "compare", "add", "multiply", "unary", "atom"));

    private static final int ATOM = STRENGTHS.strongest();
    private static final int ADD = STRENGTHS.of("add");
    private static final int COMPARE = STRENGTHS.of("compare");
    private static final int NOT = STRENGTHS.of("not");

    private PipePrinter() {}

    /** The commands, each without the pipe sign before it. */
    static List<String> print(PipePlan plan) {
        List<String> lines = new ArrayList<>();
        for (PipeCommand command : plan.commands()) {
            lines.add(command(command));
        }
        return lines;
    }

    private static String command(PipeCommand command) {
        return switch (command) {
            case PipeCommand.From from -> from(from);
            case PipeCommand.Where where -> "WHERE " + condition(where.condition());
            case PipeCommand.Eval eval -> "EVAL " + targets(eval.targets());
            case PipeCommand.Keep keep -> "KEEP " + names(keep.columns());
            case PipeCommand.Drop drop -> "DROP " + names(drop.columns());
            case PipeCommand.Rename rename ->
                "RENAME "
                        + joined(rename.renamings().stream()
                                .map(item -> EsqlText.name(item.from()) + " AS " + EsqlText.name(item.to()))
                                .toList());
            case PipeCommand.Stats stats -> stats(stats);
            case PipeCommand.Sort sort ->
                "SORT " + joined(sort.keys().stream().map(PipePrinter::key).toList());
            case PipeCommand.Limit limit -> "LIMIT " + limit.count();
        };
    }

    private static String from(PipeCommand.From from) {
        String metadata = from.metadata().isEmpty() ? "" : " METADATA " + joined(from.metadata());
        return "FROM " + joined(from.patterns().stream().map(EsqlText::pattern).toList()) + metadata;
    }

    private static String stats(PipeCommand.Stats stats) {
        String aggregates = stats.aggregates().isEmpty() ? "" : " " + targets(stats.aggregates());
        String keys = stats.keys().isEmpty() ? "" : " BY " + targets(stats.keys());
        return "STATS" + aggregates + keys;
    }

    private static String targets(List<PipeCommand.Target> targets) {
        return joined(targets.stream().map(PipePrinter::target).toList());
    }

    /** A group key that is a column keeps its name: {@code BY k}. */
    private static String target(PipeCommand.Target target) {
        boolean itself = target.value() instanceof PipeExpression.Field(String name) && name.equals(target.name());
        String value = fragment(target.value()).text();
        return itself ? value : EsqlText.name(target.name()) + " = " + value;
    }

    private static String key(PipeCommand.Key key) {
        return fragment(key.value()).in(ADD)
                + (key.ascending() ? " ASC" : " DESC")
                + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    private static String names(List<String> names) {
        return joined(names.stream().map(EsqlText::name).toList());
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts);
    }

    /** A filter's condition: each operand of an outermost conjunction on a line of its own. */
    private static String condition(PipeExpression condition) {
        if (condition instanceof PipeExpression.Logical(boolean conjunction, List<PipeExpression> operands)
                && conjunction) {
            List<String> lines = new ArrayList<>();
            for (PipeExpression operand : operands) {
                lines.add(fragment(operand).in(NOT));
            }
            return String.join("\n    AND ", lines);
        }
        return fragment(condition).text();
    }

    static Fragment fragment(PipeExpression expression) {
        return switch (expression) {
            case PipeExpression.Field(String name) -> atom(EsqlText.name(name));
            case PipeExpression.Text(String value) -> atom(EsqlText.text(value));
            case PipeExpression.Whole(long value) -> number(Long.toString(value));
            case PipeExpression.Real(double value) -> number(EsqlText.real(value));
            case PipeExpression.Bool(boolean value) -> atom(Boolean.toString(value));
            case PipeExpression.Nothing() -> atom("null");
            case PipeExpression.Duration(long milliseconds) -> number(EsqlText.duration(milliseconds));
            case PipeExpression.CalendarUnit(String unit) -> atom("1 " + unit);
            case PipeExpression.Moment(long milliseconds) -> atom(EsqlText.moment(milliseconds));
            case PipeExpression.Binary binary -> binary(binary);
            case PipeExpression.Logical logical -> logical(logical);
            case PipeExpression.Negation(PipeExpression operand) ->
                new Fragment("NOT (" + fragment(operand).text() + ")", NOT);
            case PipeExpression.NullTest(PipeExpression operand, boolean negated) ->
                new Fragment(fragment(operand).in(ADD) + (negated ? " IS NOT NULL" : " IS NULL"), COMPARE);
            case PipeExpression.Membership membership -> membership(membership);
            case PipeExpression.Wildcard(PipeExpression subject, String pattern) ->
                new Fragment(fragment(subject).in(ADD) + " LIKE " + EsqlText.text(pattern), COMPARE);
            case PipeExpression.Regex(PipeExpression subject, String pattern) ->
                new Fragment(fragment(subject).in(ADD) + " RLIKE " + EsqlText.text(pattern), COMPARE);
            case PipeExpression.Invocation(String function, List<PipeExpression> arguments) ->
                atom(function + "(" + joined(texts(arguments)) + ")");
            case PipeExpression.Filled(var pattern, List<PipeExpression> arguments) ->
                pattern.fill(arguments.stream().map(PipePrinter::fragment).toList());
            case PipeExpression.Restricted(PipeExpression aggregate, PipeExpression condition) ->
                new Fragment(
                        fragment(aggregate).text() + " WHERE "
                                + fragment(condition).text(),
                        0);
            case PipeExpression.Refused() -> throw new IllegalStateException("a refused expression is never printed");
        };
    }

    private static List<String> texts(List<PipeExpression> expressions) {
        return expressions.stream().map(item -> fragment(item).text()).toList();
    }

    private static Fragment membership(PipeExpression.Membership membership) {
        String items = joined(texts(membership.items()));
        String sign = membership.negated() ? " NOT IN (" : " IN (";
        return new Fragment(fragment(membership.subject()).in(ADD) + sign + items + ")", COMPARE);
    }

    private static Fragment binary(PipeExpression.Binary binary) {
        int strength = STRENGTHS.of(binary.operator().strength());
        int left = binary.operator().comparison() ? strength + 1 : strength;
        String text = fragment(binary.left()).in(left)
                + " "
                + binary.operator().sign()
                + " "
                + fragment(binary.right()).in(strength + 1);
        return new Fragment(text, strength);
    }

    private static Fragment logical(PipeExpression.Logical logical) {
        int strength = STRENGTHS.of(logical.conjunction() ? "and" : "or");
        List<String> parts = new ArrayList<>();
        for (PipeExpression operand : logical.operands()) {
            // `and` inside `or` is bracketed for the reader.
            parts.add(fragment(operand).in(NOT));
        }
        return new Fragment(String.join(logical.conjunction() ? " AND " : " OR ", parts), strength);
    }

    private static Fragment atom(String text) {
        return new Fragment(text, ATOM);
    }

    private static Fragment number(String text) {
        return new Fragment(text, text.startsWith("-") ? STRENGTHS.of("unary") : ATOM);
    }
}

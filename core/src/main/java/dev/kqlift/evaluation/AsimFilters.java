package dev.kqlift.evaluation;

import dev.kqlift.catalog.ParserFilter;
import dev.kqlift.catalog.WorkspaceFunction;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The filters of a call of an ASIM parser over rows in the form of its schema. A parameter whose filter is not documented,
 * or not the same for all sources, is refused.
 */
final class AsimFilters {
    private static final List<String> MATCHING_ADDRESS = List.of("ASimMatchingIpAddr");

    private final WorkspaceFunction.Parser parser;
    private final List<AsimTest> tests;
    private final Origin origin;

    private AsimFilters(WorkspaceFunction.Parser parser, List<AsimTest> tests, Origin origin) {
        this.parser = parser;
        this.tests = tests;
        this.origin = origin;
    }

    /** The filters of a call; empty where the function is no parser. */
    static Optional<AsimFilters> of(
            Relation.FunctionScan scan, WorkspaceFunctions workspace, EvaluationContext context) {
        return parser(scan.function(), workspace).map(parser -> {
            Map<String, Value> given = new LinkedHashMap<>();
            for (int i = 0; i < scan.arguments().size(); i++) {
                Scalar argument = scan.arguments().get(i);
                given.put(parameter(parser, scan, i), ScalarEvaluator.evaluate(argument, Row.EMPTY, context));
            }
            return of(parser, given, context, scan.origin());
        });
    }

    /** The filters that a parser has by itself; empty where the table is none. */
    static Optional<AsimFilters> of(Relation.TableScan scan, WorkspaceFunctions workspace, EvaluationContext context) {
        return parser(scan.table(), workspace).map(parser -> of(parser, Map.of(), context, scan.origin()));
    }

    private static Optional<WorkspaceFunction.Parser> parser(String name, WorkspaceFunctions workspace) {
        return workspace.find(name).orElse(null) instanceof WorkspaceFunction.Parser parser
                ? Optional.of(parser)
                : Optional.empty();
    }

    private static String parameter(WorkspaceFunction.Parser parser, Relation.FunctionScan scan, int place) {
        Optional<String> named = scan.argumentNames().get(place);
        String name = named.orElseGet(
                () -> place < parser.parameters().size() ? parser.parameters().get(place) : "");
        if (!parser.parameters().contains(name)) {
            throw Refusals.construct(
                    "`" + parser.name() + "` has no parameter " + (name.isEmpty() ? place + 1 : "`" + name + "`"),
                    scan.arguments().get(place).origin());
        }
        return name;
    }

    private static AsimFilters of(
            WorkspaceFunction.Parser parser, Map<String, Value> given, EvaluationContext context, Origin origin) {
        Map<String, ParserFilter> filters = new LinkedHashMap<>();
        parser.filters().forEach(filter -> filters.put(filter.parameter(), filter));
        List<AsimTest> tests = new ArrayList<>();
        given.forEach((name, value) -> {
            ParserFilter filter = filters.remove(name);
            if (filter == null && !asksNothing(value)) {
                throw Refusals.construct(
                        "what the parameter `" + name + "` of `" + parser.name() + "` filters by is not known", origin);
            }
            if (filter != null && !asksNothing(value)) {
                tests.add(new AsimTest(filter, value, false, context, origin));
            }
        });
        filters.values()
                .forEach(filter -> filter.otherwise()
                        .ifPresent(value ->
                                tests.add(new AsimTest(filter, new Value.Text(value), true, context, origin))));
        return new AsimFilters(parser, tests, origin);
    }

    /** The defaults of the parsers, which leave every row. */
    private static boolean asksNothing(Value value) {
        return switch (value) {
            case Value.Array(var items) -> items.isEmpty();
            case Value.Text(var text) -> text.equals("*");
            case Value.Bool(var truth) -> !truth;
            case Value.Null(var type) -> type != KqlType.DYNAMIC;
            default -> false;
        };
    }

    /** The rows that pass all filters. */
    RowSet over(RowSet rows) {
        List<AsimTest> addresses = tests.stream()
                .filter(test -> test.filter().test() == ParserFilter.Test.IP_PREFIX)
                .toList();
        if (addresses.size() > 1) {
            throw Refusals.construct("how `" + parser.name() + "` joins two filters of addresses is not known", origin);
        }
        boolean told = rows.columns().stream().anyMatch(column -> MATCHING_ADDRESS.contains(column.name()));
        if (!addresses.isEmpty() && told) {
            throw Refusals.construct(
                    "`" + parser.name() + "` itself fills `" + MATCHING_ADDRESS.getFirst()
                            + "` where it filters by addresses; leave the column out of the data",
                    origin);
        }
        List<List<Value>> kept = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (passes(rows.row(i))) {
                kept.add(rows.rows().get(i));
            }
        }
        return rows.with(kept);
    }

    private boolean passes(Row row) {
        for (AsimTest test : tests) {
            if (!test.passes(row)) {
                return false;
            }
        }
        return true;
    }
}

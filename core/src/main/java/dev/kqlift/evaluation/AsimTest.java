package dev.kqlift.evaluation;

import dev.kqlift.catalog.ParserFilter;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One filter of a call of an ASIM parser. The parsers of the sources write some tests in several ways: where those differ
 * over a row, the answer is refused.
 *
 * @param value what the filter is asked for
 * @param byDefault whether the call does not say so itself
 */
record AsimTest(ParserFilter filter, Value value, boolean byDefault, EvaluationContext context, Origin origin) {
    /** Whether a row passes. */
    boolean passes(Row row) {
        boolean passes = false;
        for (ParserFilter.Field field : filter.fields()) {
            passes |= passes(field, row);
        }
        return passes;
    }

    private NotEvaluated refuse(String message) {
        return Refusals.construct("the filter `" + filter.parameter() + "`: " + message, origin);
    }

    /** A field and its alias tell the same, so that both must say the same. */
    private boolean passes(ParserFilter.Field field, Row row) {
        List<Value> cells = new ArrayList<>();
        boolean there = false;
        for (String name : field.names()) {
            Optional<Value> cell = cell(name, row);
            there |= cell.isPresent();
            cell.filter(known -> !Nulls.isNull(known) && !known.equals(Nulls.EMPTY_TEXT))
                    .ifPresent(cells::add);
        }
        String name = field.names().getFirst();
        if (!there) {
            throw refuse("the data have no column `" + name + "`");
        }
        if (cells.isEmpty()) {
            if (byDefault) {
                throw refuse("`" + name + "` is empty, of which the parser takes `"
                        + TextOf.value(value, KqlType.STRING) + "` only");
            }
            return false;
        }
        boolean passes = passes(cells.getFirst());
        for (Value cell : cells) {
            if (passes(cell) != passes) {
                throw refuse("`" + String.join("` and `", field.names()) + "` do not agree");
            }
        }
        return passes;
    }

    private static Optional<Value> cell(String name, Row row) {
        for (Column column : row.columns()) {
            if (column.name().equals(name)) {
                return row.value(column.id());
            }
        }
        return Optional.empty();
    }

    private boolean passes(Value cell) {
        return switch (filter.test()) {
            case FROM -> compared(ComparisonOperator.GREATER_OR_EQUAL, cell);
            case UNTIL -> compared(ComparisonOperator.LESS_OR_EQUAL, cell);
            case EQUALS -> isOne(cell, List.of(value));
            case EVENT_TYPE -> isOne(cell, List.of(text(value).equals("lookup") ? new Value.Text("Query") : value));
            case IN -> isOne(cell, values());
            case HAS_ANY -> values().stream().anyMatch(term -> has(cell, term));
            case URL_HAS_ANY -> values().stream().anyMatch(term -> hasAddress(cell, term));
            case HAS_ALL -> values().stream().allMatch(term -> has(cell, term));
            case HAS_IPV4 -> hasAddress(cell);
            case IP_PREFIX -> hasPrefix(cell);
        };
    }

    // ---- values

    /** The values of a list; a single text may stand for one. */
    private List<Value> values() {
        return switch (value) {
            case Value.Array(var items) -> items;
            case Value.Text text -> List.of(text);
            default -> throw refuse("what is asked for is no list");
        };
    }

    private String text(Value part) {
        if (part instanceof Value.Text(var text) && !text.isEmpty()) {
            return text;
        }
        throw refuse("what is asked for is no text");
    }

    // ---- tests

    private boolean compared(ComparisonOperator operator, Value cell) {
        if (!(value instanceof Value.DateTime) || !(cell instanceof Value.DateTime)) {
            throw refuse("an instant is compared with what is none");
        }
        return Logic.isTrue(Comparisons.compare(operator, cell, value, CaseRule.SENSITIVE, origin));
    }

    private boolean isOne(Value cell, List<Value> values) {
        boolean found = false;
        for (Value one : values) {
            found |= is(cell, one);
        }
        return found;
    }

    /** Equality, which some parsers ask with case, some without, and some of a term in the text. */
    private boolean is(Value cell, Value one) {
        if (Numbers.isNumber(cell) && Numbers.isNumber(one)) {
            return Numbers.compare(cell, one) == 0;
        }
        if (!(cell instanceof Value.Text(var own))) {
            throw refuse("a value is compared with one of another type");
        }
        String asked = text(one);
        if (own.equals(asked)) {
            return true;
        }
        if (has(cell, one)) {
            throw refuse("whether `" + own + "` passes as `" + asked + "` depends on the source");
        }
        return false;
    }

    private boolean has(Value cell, Value term) {
        return TextMatching.matches(
                MatchKind.TERM, TextOf.value(cell, KqlType.STRING), text(term), CaseRule.INSENSITIVE, origin);
    }

    private boolean hasAddress(Value cell, Value term) {
        if (text(term).contains("://")) {
            throw refuse("whether the scheme of `" + text(term) + "` counts depends on the source");
        }
        return has(cell, term);
    }

    private boolean hasAddress(Value cell) {
        if (Ip4.read(text(value)).filter(address -> address.prefix() == 32).isEmpty()) {
            throw refuse("`" + text(value) + "` is no IPv4 address");
        }
        return Logic.isTrue(call("has_ipv4", cell, value));
    }

    private boolean hasPrefix(Value cell) {
        values().forEach(this::text);
        return Logic.isTrue(call("has_any_ipv4_prefix", cell, new Value.Array(values())));
    }

    private Value call(String function, Value cell, Value asked) {
        Value text = new Value.Text(TextOf.value(cell, KqlType.STRING));
        List<KqlType> types = List.of(KqlType.STRING, asked.type());
        return ScalarFunctions.find(function)
                .orElseThrow()
                .apply(new CallSite(function, KqlType.BOOL, types, origin, context), List.of(text, asked));
    }
}

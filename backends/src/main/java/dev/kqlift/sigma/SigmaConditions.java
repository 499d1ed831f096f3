package dev.kqlift.sigma;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.RegexSubset;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Conditions of the IR as conditions of Sigma. A negation is carried down to the leaves, because Sigma has two truth
 * values:
 * what is null in KQL for a missing value must be false with and without the negation.
 */
final class SigmaConditions {
    private static final SigmaPredicate REFUSED = new SigmaPredicate.Refused();
    private static final SigmaPredicate TRUE = new SigmaPredicate.Always(true);
    private static final SigmaPredicate FALSE = new SigmaPredicate.Always(false);

    private final SigmaFields fields;
    private final LocalNotes notes;

    SigmaConditions(SigmaFields fields, LocalNotes notes) {
        this.fields = fields;
        this.notes = notes;
    }

    private SigmaPredicate refuse(Scalar node, String why) {
        notes.add(node, LocalNote.unsupported(why, node.origin()));
        return REFUSED;
    }

    /** True exactly when the condition is true, or when it is false where {@code negated}. */
    SigmaPredicate holds(Scalar scalar, boolean negated) {
        return switch (scalar) {
            case Scalar.Logical logical -> {
                List<SigmaPredicate> parts = new ArrayList<>();
                logical.operands().forEach(operand -> parts.add(holds(operand, negated)));
                yield logical.conjunction() != negated ? SigmaPredicate.all(parts) : SigmaPredicate.any(parts);
            }
            case Scalar.Not not -> holds(not.operand(), !negated);
            case Scalar.Comparison comparison -> comparison(comparison, negated);
            case Scalar.StringMatch match -> opposite(match(match), match.negated() != negated);
            case Scalar.InList in -> opposite(membership(in), in.negated() != negated);
            case Scalar.Between between -> between(between, negated);
            case Scalar.Constant(Value.Bool(boolean value), var origin) -> value != negated ? TRUE : FALSE;
            case Scalar.Call call -> call(call, negated);
            case Scalar.ColumnRef reference -> flag(reference, negated);
            case Scalar.Member member -> flag(member, negated);
            case Scalar.Element element -> flag(element, negated);
            case Scalar.Constant other -> refuse(other, "a constant that is no truth value is a condition");
            case Scalar.InRelation other -> refuse(other, "Sigma has no sub-queries");
            case Scalar.UnknownCall other ->
                refuse(other, "what the function `" + other.name() + "` computes is not known");
            case Scalar.Unbound other -> {
                notes.add(other, LocalNote.notUnderstood("the condition is not understood", other.origin()));
                yield REFUSED;
            }
            case Scalar.Arithmetic other -> refuse(other, "Sigma does not compute");
            case Scalar.Negate other -> refuse(other, "Sigma does not compute");
            case Scalar.AggregateCall other -> refuse(other, "an aggregate is no field of an event");
            case Scalar.Subquery other -> refuse(other, "Sigma has no sub-queries");
            case Scalar.AnyColumn other -> refuse(other, "a condition on any column");
            case Scalar.RelationArgument other -> refuse(other, "Sigma has no sub-queries");
        };
    }

    private static SigmaPredicate opposite(SigmaPredicate predicate, boolean negated) {
        return negated ? SigmaPredicate.not(predicate) : predicate;
    }

    private static SigmaPredicate item(String field, List<String> modifiers, List<SigmaValue> values) {
        return new SigmaPredicate.Item(field, modifiers, values);
    }

    private SigmaPredicate flag(Scalar scalar, boolean negated) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            Optional<Scalar> computation = fields.computation(reference.column());
            if (computation.isPresent()) {
                return holds(computation.get(), negated);
            }
        }
        return fields.subject(scalar, scalar)
                .map(subject ->
                        item(fields.ownName(subject, scalar), List.of(), List.of(new SigmaValue.Bool(!negated))))
                .orElse(REFUSED);
    }

    // Comparisons.

    private SigmaPredicate comparison(Scalar.Comparison comparison, boolean negated) {
        Scalar left = comparison.left();
        Scalar right = comparison.right();
        ComparisonOperator operator = comparison.operator();
        if (left instanceof Scalar.Constant && !(right instanceof Scalar.Constant)) {
            Scalar turned = left;
            left = right;
            right = turned;
            operator = operator.turned();
        }
        operator = negated ? operator.opposite() : operator;
        boolean equal = operator == ComparisonOperator.EQUAL;
        boolean equality = equal || operator == ComparisonOperator.NOT_EQUAL;
        if (right instanceof Scalar.Constant(Value value, var origin)) {
            return equality
                    ? opposite(equality(comparison, left, value), !equal)
                    : order(comparison, left, operator, value);
        }
        return equality
                ? opposite(twoFields(comparison, left, right), !equal)
                : refuse(comparison, "Sigma compares fields with constants");
    }

    private SigmaPredicate equality(Scalar.Comparison node, Scalar left, Value value) {
        Optional<SigmaFields.Subject> subject = fields.subject(left, node);
        if (subject.isEmpty()) {
            return REFUSED;
        }
        return switch (value) {
            case Value.Text(String text) -> oneOf(node, subject.get(), List.of(text), node.caseRule());
            case Value.Guid(String text) -> oneOf(node, subject.get(), List.of(text), CaseRule.INSENSITIVE);
            case Value.Whole whole
            when left.type() == KqlType.STRING -> {
                notes.add(
                        node,
                        LocalNote.assumption(
                                "the text holds the number in its plain form, without leading zeros", node.origin()));
                yield oneOf(node, subject.get(), List.of(Long.toString(whole.value())), CaseRule.INSENSITIVE);
            }
            case Value.Whole whole -> plain(node, subject.get(), new SigmaValue.Whole(whole.value()));
            case Value.Real(double real)
            when Double.isFinite(real) -> plain(node, subject.get(), new SigmaValue.Real(real));
            case Value.Bool(boolean flag) -> plain(node, subject.get(), new SigmaValue.Bool(flag));
            case Value.Real v -> refuse(node, "Sigma has no such number");
            case Value.Decimal v -> refuse(node, "Sigma has no decimal numbers");
            case Value.DateTime v -> refuse(node, "Sigma does not compare instants");
            case Value.TimeSpan v -> refuse(node, "Sigma does not compare time spans");
            case Value.Array v -> refuse(node, "Sigma does not compare arrays");
            case Value.Bag v -> refuse(node, "Sigma does not compare property bags");
            case Value.Null v -> refuse(node, "a comparison with the null value");
        };
    }

    private SigmaPredicate plain(Scalar node, SigmaFields.Subject subject, SigmaValue value) {
        return item(fields.ownName(subject, node), List.of(), List.of(value));
    }

    /** Equality with one of some texts. */
    private SigmaPredicate oneOf(Scalar node, SigmaFields.Subject subject, List<String> texts, CaseRule rule) {
        List<SigmaValue> values = new ArrayList<>();
        List<SigmaPredicate> parts = new ArrayList<>();
        boolean cased = rule == CaseRule.SENSITIVE && subject.folding() == SigmaFields.Folding.NONE;
        // The last part of a path holds no separator; a text that does is no end of a path in KQL.
        boolean tail = subject.tail() && texts.stream().noneMatch(SigmaConditions::hasSeparator);
        for (String text : texts) {
            if (text.isEmpty()) {
                parts.add(empty(fields.ownName(subject, node)));
            } else if (rule == CaseRule.INSENSITIVE || reachable(text, subject.folding())) {
                SigmaValue value = new SigmaValue.Text((tail ? "\\" : "") + SigmaText.literal(text));
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        if (!values.isEmpty()) {
            List<String> modifiers = new ArrayList<>();
            if (tail) {
                modifiers.add("endswith");
            }
            if (cased) {
                modifiers.add("cased");
            }
            String name = tail ? fields.pathName(subject, node) : fields.ownName(subject, node);
            parts.add(item(name, modifiers, values));
        }
        // No text at all, or only such as the folded value never is: false.
        return SigmaPredicate.any(parts);
    }

    private static boolean hasSeparator(String text) {
        return text.indexOf('\\') >= 0 || text.indexOf('/') >= 0;
    }

    /** A folded text equals only what is folded itself. */
    private static boolean reachable(String text, SigmaFields.Folding folding) {
        return switch (folding) {
            case NONE -> true;
            case LOWER -> text.equals(text.toLowerCase(Locale.ROOT));
            case UPPER -> text.equals(text.toUpperCase(Locale.ROOT));
        };
    }

    /** A text that is empty, or missing, which is the same in KQL. */
    private static SigmaPredicate empty(String field) {
        return item(field, List.of(), List.of(new SigmaValue.Text(""), new SigmaValue.Missing()));
    }

    private SigmaPredicate order(Scalar node, Scalar left, ComparisonOperator operator, Value value) {
        Optional<SigmaValue> bound = number(value);
        if (bound.isEmpty() || left.type() == KqlType.STRING) {
            return refuse(node, "Sigma orders numbers only");
        }
        String modifier = switch (operator) {
            case LESS -> "lt";
            case LESS_OR_EQUAL -> "lte";
            case GREATER -> "gt";
            case GREATER_OR_EQUAL -> "gte";
            case EQUAL, NOT_EQUAL -> throw new IllegalStateException("an equality is no order");
        };
        return fields.subject(left, node)
                .map(subject -> item(fields.ownName(subject, node), List.of(modifier), List.of(bound.get())))
                .orElse(REFUSED);
    }

    private static Optional<SigmaValue> number(Value value) {
        return switch (value) {
            case Value.Whole whole -> Optional.of(new SigmaValue.Whole(whole.value()));
            case Value.Real(double real) when Double.isFinite(real) -> Optional.of(new SigmaValue.Real(real));
            case Value.Real v -> Optional.empty();
            case Value.Bool v -> Optional.empty();
            case Value.Decimal v -> Optional.empty();
            case Value.Text v -> Optional.empty();
            case Value.DateTime v -> Optional.empty();
            case Value.TimeSpan v -> Optional.empty();
            case Value.Guid v -> Optional.empty();
            case Value.Array v -> Optional.empty();
            case Value.Bag v -> Optional.empty();
            case Value.Null v -> Optional.empty();
        };
    }

    private SigmaPredicate twoFields(Scalar.Comparison node, Scalar left, Scalar right) {
        Optional<SigmaFields.Subject> first = fields.subject(left, node);
        Optional<SigmaFields.Subject> second = fields.subject(right, node);
        if (first.isEmpty() || second.isEmpty()) {
            return REFUSED;
        }
        boolean plain = first.get().folding() == SigmaFields.Folding.NONE
                && second.get().folding() == SigmaFields.Folding.NONE
                && !first.get().tail()
                && !second.get().tail();
        if (!plain) {
            return refuse(node, "Sigma compares two fields only as they are");
        }
        if (left.type() == KqlType.STRING && node.caseRule() == CaseRule.SENSITIVE) {
            String why = "Sigma compares two fields without case";
            notes.add(
                    node,
                    node.operator() == ComparisonOperator.EQUAL
                            ? LocalNote.wider(why, node.origin())
                            : LocalNote.narrower(why, node.origin()));
        }
        notes.add(node, LocalNote.assumption("the event has both fields", node.origin()));
        return item(
                first.get().name(),
                List.of("fieldref"),
                List.of(new SigmaValue.Text(second.get().name())));
    }

    private SigmaPredicate between(Scalar.Between between, boolean negated) {
        boolean outside = between.negated() != negated;
        Optional<SigmaValue> low =
                between.low() instanceof Scalar.Constant(Value value, var origin) ? number(value) : Optional.empty();
        Optional<SigmaValue> high =
                between.high() instanceof Scalar.Constant(Value value, var origin) ? number(value) : Optional.empty();
        Optional<SigmaFields.Subject> subject = fields.subject(between.subject(), between);
        if (subject.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return refuse(between, "Sigma knows ranges of constant numbers only");
        }
        String name = fields.ownName(subject.get(), between);
        List<SigmaPredicate> parts = List.of(
                item(name, List.of(outside ? "lt" : "gte"), List.of(low.get())),
                item(name, List.of(outside ? "gt" : "lte"), List.of(high.get())));
        return outside ? SigmaPredicate.any(parts) : SigmaPredicate.all(parts);
    }

    // Lists and matches of text: the positive form.

    private SigmaPredicate membership(Scalar.InList in) {
        List<Value> values = new ArrayList<>();
        for (Scalar item : in.items()) {
            if (!(item instanceof Scalar.Constant(Value value, var origin)) || !flatten(value, values)) {
                return refuse(in, "the list holds a value that is not a constant");
            }
        }
        Optional<SigmaFields.Subject> subject = fields.subject(in.subject(), in);
        if (subject.isEmpty()) {
            return REFUSED;
        }
        List<String> texts = new ArrayList<>();
        List<SigmaValue> numbers = new ArrayList<>();
        boolean text = in.subject().type() == KqlType.STRING;
        for (Value value : values) {
            if (value instanceof Value.Text(String item)) {
                texts.add(item);
            } else if (text && value instanceof Value.Whole whole) {
                texts.add(Long.toString(whole.value()));
            } else if (value instanceof Value.Guid(String item)) {
                texts.add(item);
            } else {
                Optional<SigmaValue> number = number(value);
                if (number.isEmpty()) {
                    return refuse(in, "the list holds values that Sigma cannot compare");
                }
                numbers.add(number.get());
            }
        }
        List<SigmaPredicate> parts = new ArrayList<>();
        if (!texts.isEmpty()) {
            parts.add(oneOf(in, subject.get(), texts, in.caseRule()));
        }
        if (!numbers.isEmpty()) {
            parts.add(item(fields.ownName(subject.get(), in), List.of(), numbers));
        }
        return SigmaPredicate.any(parts);
    }

    private static boolean flatten(Value value, List<Value> into) {
        if (value instanceof Value.Array(List<Value> inner)) {
            return inner.stream().allMatch(item -> flatten(item, into));
        }
        return !(value instanceof Value.Null) && !(value instanceof Value.Bag) && into.add(value);
    }

    private SigmaPredicate match(Scalar.StringMatch match) {
        if (match.text() instanceof Scalar.AnyColumn) {
            return refuse(match, "which fields of the event `*` stands for is not known");
        }
        List<Value> patterns = new ArrayList<>();
        for (Scalar pattern : match.patterns()) {
            if (!(pattern instanceof Scalar.Constant(Value value, var origin)) || !flatten(value, patterns)) {
                return refuse(match, "the pattern is not a constant");
            }
        }
        if (patterns.isEmpty()) {
            return refuse(match, "there is nothing to look for");
        }
        KqlType type = match.text().type();
        boolean textual = type == KqlType.STRING || type == KqlType.DYNAMIC || type == KqlType.UNKNOWN;
        Optional<SigmaFields.Subject> subject = textual ? fields.subject(match.text(), match) : Optional.empty();
        if (subject.isEmpty()) {
            return textual ? REFUSED : refuse(match, "a " + type.word() + " value is searched as text");
        }
        List<SigmaPredicate> parts = new ArrayList<>();
        for (Value pattern : patterns) {
            parts.add(
                    pattern instanceof Value.Text(String text)
                            ? pattern(match, subject.get(), text)
                            : refuse(match, "the pattern is no text"));
        }
        return match.all() ? SigmaPredicate.all(parts) : SigmaPredicate.any(merged(parts));
    }

    /** Items of the same key are one list. */
    private static List<SigmaPredicate> merged(List<SigmaPredicate> parts) {
        if (parts.size() < 2 || !parts.stream().allMatch(SigmaPredicate.Item.class::isInstance)) {
            return parts;
        }
        SigmaPredicate.Item first = (SigmaPredicate.Item) parts.getFirst();
        List<SigmaValue> values = new ArrayList<>();
        for (SigmaPredicate part : parts) {
            SigmaPredicate.Item item = (SigmaPredicate.Item) part;
            if (!item.key().equals(first.key())) {
                return parts;
            }
            item.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        }
        return List.of(new SigmaPredicate.Item(first.field(), first.modifiers(), values));
    }

    private SigmaPredicate pattern(Scalar.StringMatch match, SigmaFields.Subject subject, String text) {
        if (match.kind() == MatchKind.REGEX) {
            return regex(match, subject, text);
        }
        // Any text holds the empty one.
        if (text.isEmpty()) {
            return match.kind() == MatchKind.LIKE ? refuse(match, "`like` is not translated") : TRUE;
        }
        boolean sensitive = match.caseRule() == CaseRule.SENSITIVE;
        if (sensitive && !reachable(text, subject.folding())) {
            return FALSE;
        }
        boolean cased = sensitive && subject.folding() == SigmaFields.Folding.NONE;
        return switch (match.kind()) {
            case SUBSTRING -> affix(fields.ownName(subject, match), "contains", text, cased);
            case PREFIX -> affix(fields.ownName(subject, match), "startswith", text, cased);
            case SUFFIX -> suffix(match, subject, text, cased);
            case TERM -> term(match, subject, text, true, true, cased);
            case TERM_PREFIX -> term(match, subject, text, true, false, cased);
            case TERM_SUFFIX -> term(match, subject, text, false, true, cased);
            case LIKE -> refuse(match, "`like` is not translated");
            case REGEX -> throw new IllegalStateException("handled above");
        };
    }

    private static SigmaPredicate affix(String field, String modifier, String text, boolean cased) {
        return item(
                field,
                cased ? List.of(modifier, "cased") : List.of(modifier),
                List.of(new SigmaValue.Text(SigmaText.literal(text))));
    }

    /** The end of the last part of a path is the end of the path. */
    private SigmaPredicate suffix(Scalar.StringMatch match, SigmaFields.Subject subject, String text, boolean cased) {
        boolean path = subject.tail() && !hasSeparator(text);
        return affix(path ? fields.pathName(subject, match) : fields.ownName(subject, match), "endswith", text, cased);
    }

    private SigmaPredicate term(
            Scalar.StringMatch match,
            SigmaFields.Subject subject,
            String text,
            boolean start,
            boolean end,
            boolean cased) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        if (start && !SigmaText.alphanumeric(first) || end && !SigmaText.alphanumeric(last)) {
            String why = "`" + text + "` begins or ends with a sign: no bound of a term is asked for there";
            notes.add(
                    match,
                    match.negated() ? LocalNote.narrower(why, match.origin()) : LocalNote.wider(why, match.origin()));
        }
        return item(
                fields.ownName(subject, match),
                cased ? List.of("re") : List.of("re", "i"),
                List.of(new SigmaValue.Text(SigmaText.term(text, start, end))));
    }

    private SigmaPredicate regex(Scalar.StringMatch match, SigmaFields.Subject subject, String text) {
        if (subject.folding() != SigmaFields.Folding.NONE) {
            return refuse(match, "a regular expression over a text whose case was changed");
        }
        return switch (RegexSubset.read(text)) {
            case RegexSubset.Refused(String why) -> refuse(match, "the regular expression " + why);
            case RegexSubset.Readable readable -> {
                readable.note(match).ifPresent(note -> notes.add(match, note));
                notes.add(
                        match,
                        LocalNote.assumption(
                                "the target matches a regular expression anywhere in the text, and `.` no line break",
                                match.origin()));
                yield item(
                        fields.ownName(subject, match),
                        readable.fold() ? List.of("re", "i") : List.of("re"),
                        List.of(new SigmaValue.Text(readable.body())));
            }
        };
    }

    // Functions that give a truth value.

    private SigmaPredicate call(Scalar.Call call, boolean negated) {
        return switch (call.function().name()) {
            case "isempty" -> opposite(emptiness(call), negated);
            case "isnotempty" -> opposite(emptiness(call), !negated);
            case "isnull" -> opposite(nullness(call), negated);
            case "isnotnull" -> opposite(nullness(call), !negated);
            case "ipv4_is_in_range", "ipv4_is_in_any_range" ->
                ranges(call, call.arguments().subList(1, call.arguments().size()), negated);
            case "ipv4_is_private" -> privateRanges(call, negated);
            default -> refuse(call, "Sigma has no form of `" + call.function().name() + "`");
        };
    }

    private SigmaPredicate emptiness(Scalar.Call call) {
        Scalar argument = call.arguments().getFirst();
        boolean text = argument.type() == KqlType.STRING
                || argument.type() == KqlType.DYNAMIC
                || argument.type() == KqlType.UNKNOWN;
        return fields.subject(argument, call)
                .map(subject -> text ? empty(fields.ownName(subject, call)) : missing(fields.ownName(subject, call)))
                .orElse(REFUSED);
    }

    private static SigmaPredicate missing(String field) {
        return item(field, List.of(), List.of(new SigmaValue.Missing()));
    }

    private SigmaPredicate nullness(Scalar.Call call) {
        Scalar argument = call.arguments().getFirst();
        return switch (argument.type()) {
            // A text is never null in KQL.
            case STRING -> FALSE;
            case UNKNOWN -> refuse(call, "whether this can be null depends on its type, which is not known");
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC ->
                fields.subject(argument, call)
                        .map(subject -> missing(fields.ownName(subject, call)))
                        .orElse(REFUSED);
        };
    }

    private SigmaPredicate ranges(Scalar.Call call, List<Scalar> arguments, boolean negated) {
        List<Value> ranges = new ArrayList<>();
        for (Scalar argument : arguments) {
            if (!(argument instanceof Scalar.Constant(Value value, var origin)) || !flatten(value, ranges)) {
                return refuse(call, "the range is not a constant");
            }
        }
        List<SigmaValue> blocks = new ArrayList<>();
        for (Value range : ranges) {
            if (!(range instanceof Value.Text(String block))
                    || !block.matches("\\d{1,3}(\\.\\d{1,3}){3}(/([0-9]|[12][0-9]|3[0-2]))?")) {
                return refuse(call, "a range is not in the form 10.0.0.0/8");
            }
            blocks.add(new SigmaValue.Text(block.contains("/") ? block : block + "/32"));
        }
        return blocks.isEmpty() ? refuse(call, "there is no range") : cidr(call, blocks, negated);
    }

    private SigmaPredicate privateRanges(Scalar.Call call, boolean negated) {
        return cidr(
                call,
                List.of(
                        new SigmaValue.Text("10.0.0.0/8"),
                        new SigmaValue.Text("172.16.0.0/12"),
                        new SigmaValue.Text("192.168.0.0/16")),
                negated);
    }

    private SigmaPredicate cidr(Scalar.Call call, List<SigmaValue> blocks, boolean negated) {
        Optional<SigmaFields.Subject> subject = fields.subject(call.arguments().getFirst(), call);
        if (subject.isEmpty()) {
            return REFUSED;
        }
        if (negated) {
            // As a condition it is false where KQL's is null, so that its negation is true.
            notes.add(
                    call,
                    LocalNote.narrower(
                            "what is no address of version 4 is outside of the range in Sigma and null in KQL",
                            call.origin()));
        }
        return opposite(item(fields.ownName(subject.get(), call), List.of("cidr"), blocks), negated);
    }
}

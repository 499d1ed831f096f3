package dev.kqlift.pipe;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FieldFit;
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
 * Conditions of the IR as conditions of ES|QL. {@link #holds} gives one that is true exactly when the KQL's is; where
 * the
 * KQL's is false it may be null, which a filter, an {@code OR} of filters and a {@code CASE} take alike. A negation
 * is carried down to the leaves, each of which says for itself what becomes of a missing value.
 */
final class EsqlConditions {
    private static final PipeExpression REFUSED = new PipeExpression.Refused();
    private static final PipeExpression TRUE = new PipeExpression.Bool(true);
    private static final PipeExpression FALSE = new PipeExpression.Bool(false);
    private static final PipeExpression EMPTY = new PipeExpression.Text("");

    private final EsqlValues values;
    private final EsqlColumns columns;
    private final LocalNotes notes;

    EsqlConditions(EsqlValues values, EsqlColumns columns, LocalNotes notes) {
        this.values = values;
        this.columns = columns;
        this.notes = notes;
    }

    /** True exactly when the condition is true, or when it is false where {@code negated}; else false or null. */
    PipeExpression holds(Scalar scalar, boolean negated) {
        return switch (scalar) {
            case Scalar.Logical logical -> {
                List<PipeExpression> parts = new ArrayList<>();
                for (Scalar operand : logical.operands()) {
                    parts.add(holds(operand, negated));
                }
                yield joined(logical.conjunction() != negated, parts);
            }
            case Scalar.Not not -> holds(not.operand(), !negated);
            case Scalar.Comparison comparison -> comparison(comparison, negated);
            case Scalar.StringMatch match -> match(match, negated);
            case Scalar.InList in -> membership(in, negated);
            case Scalar.Between between -> between(between, negated);
            case Scalar.Constant(Value.Bool(boolean value), var origin) -> value != negated ? TRUE : FALSE;
            case Scalar.Call call -> call(call, negated);
            case Scalar.ColumnRef reference -> flag(reference, negated);
            case Scalar.Member member -> flag(member, negated);
            case Scalar.Element element -> flag(element, negated);
            case Scalar.Constant constant ->
                values.refuse(constant, "a constant that is no truth value is a condition");
            case Scalar.InRelation in -> values.as(in, KqlType.BOOL);
            case Scalar.Arithmetic other -> values.refuse(other, "a number is used as a condition");
            case Scalar.Negate other -> values.refuse(other, "a number is used as a condition");
            case Scalar.AggregateCall other -> values.as(other, KqlType.BOOL);
            case Scalar.UnknownCall other -> values.as(other, KqlType.BOOL);
            case Scalar.Subquery other -> values.as(other, KqlType.BOOL);
            case Scalar.AnyColumn other -> values.as(other, KqlType.BOOL);
            case Scalar.RelationArgument other -> values.as(other, KqlType.BOOL);
            case Scalar.Unbound other -> values.as(other, KqlType.BOOL);
        };
    }

    /** The condition as a value: false where the KQL's is false, null where it is null. */
    PipeExpression threeValued(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Logical logical -> {
                List<PipeExpression> parts = new ArrayList<>();
                logical.operands().forEach(operand -> parts.add(threeValued(operand)));
                yield joined(logical.conjunction(), parts);
            }
            case Scalar.Not not -> {
                PipeExpression operand = threeValued(not.operand());
                yield EsqlValues.refused(operand) ? operand : new PipeExpression.Negation(operand);
            }
            case Scalar.Comparison comparison when ordering(comparison.operator()) -> holds(comparison, false);
            case Scalar.Between between -> holds(between, false);
            case Scalar.Comparison comparison -> definite(comparison);
            case Scalar.StringMatch match -> definite(match);
            case Scalar.InList in -> definite(in);
            case Scalar other -> holds(other, false);
        };
    }

    private PipeExpression definite(Scalar scalar) {
        PipeExpression condition = holds(scalar, false);
        return EsqlValues.refused(condition)
                ? condition
                : new PipeExpression.Invocation("COALESCE", List.of(condition, FALSE));
    }

    private static boolean ordering(ComparisonOperator operator) {
        return operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL;
    }

    /** Operands of the same kind are taken in; a refused one refuses the whole. */
    static PipeExpression joined(boolean conjunction, List<PipeExpression> parts) {
        List<PipeExpression> flat = new ArrayList<>();
        for (PipeExpression part : parts) {
            if (EsqlValues.refused(part)) {
                return part;
            }
            if (part instanceof PipeExpression.Logical inner && inner.conjunction() == conjunction) {
                flat.addAll(inner.operands());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new PipeExpression.Logical(conjunction, flat);
    }

    private PipeExpression flag(Scalar scalar, boolean negated) {
        PipeExpression field = values.as(scalar, KqlType.BOOL);
        return EsqlValues.refused(field)
                ? field
                : new PipeExpression.Binary(PipeOperator.EQUAL, field, negated ? FALSE : TRUE);
    }

    /** The field itself where only its case is folded: the two are null together. */
    private static PipeExpression missing(PipeExpression subject, boolean negated) {
        PipeExpression inner = subject instanceof PipeExpression.Invocation(String name, List<PipeExpression> arguments)
                        && (name.equals("TO_LOWER") || name.equals("TO_STRING"))
                ? arguments.getFirst()
                : subject;
        return new PipeExpression.NullTest(inner, negated);
    }

    /** The negation of a condition that is null exactly where its subject is: there KQL says true. */
    private static PipeExpression orMissing(PipeExpression subject, PipeExpression condition) {
        return joined(false, List.of(missing(subject, false), condition));
    }

    // Comparisons.

    private PipeExpression comparison(Scalar.Comparison comparison, boolean negated) {
        ComparisonOperator operator = comparison.operator();
        Scalar left = comparison.left();
        Scalar right = comparison.right();
        if (left instanceof Scalar.Constant && !(right instanceof Scalar.Constant)) {
            Scalar turned = left;
            left = right;
            right = turned;
            operator = operator.turned();
        }
        operator = negated ? operator.opposite() : operator;
        if (ordering(operator)) {
            return order(comparison, operator, left, right);
        }
        boolean equal = operator == ComparisonOperator.EQUAL;
        if (right instanceof Scalar.Constant constant) {
            return constantEquality(comparison, left, constant, equal);
        }
        return columnEquality(comparison, left, right, equal);
    }

    private PipeExpression order(Scalar.Comparison node, ComparisonOperator operator, Scalar left, Scalar right) {
        if (textual(left) || textual(right)) {
            return values.refuse(node, "a text is compared by order");
        }
        if (isNull(left) || isNull(right)) {
            return values.refuse(node, "a comparison with the null value");
        }
        if (left.type() == KqlType.TIMESPAN || right.type() == KqlType.TIMESPAN) {
            return values.refuse(node, "ES|QL does not compare time spans");
        }
        PipeExpression first = values.as(left, right.type());
        PipeExpression second = values.as(right, left.type());
        return EsqlValues.refused(first) || EsqlValues.refused(second)
                ? REFUSED
                : new PipeExpression.Binary(PipeOperator.of(operator), first, second);
    }

    private static boolean isNull(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value value, var origin) && value instanceof Value.Null;
    }

    private static boolean textual(Scalar scalar) {
        return scalar.type() == KqlType.STRING;
    }

    private PipeExpression constantEquality(Scalar.Comparison node, Scalar left, Scalar.Constant right, boolean equal) {
        return switch (right.value()) {
            case Value.Text(String text) -> textEquality(node, left, text, node.caseRule(), equal);
            case Value.Guid(String text) -> textEquality(node, left, text, CaseRule.INSENSITIVE, equal);
            case Value.Whole whole
            when left.type() == KqlType.STRING -> {
                notes.add(
                        node,
                        LocalNote.assumption(
                                "the text holds the number in its plain form, without leading zeros", node.origin()));
                yield textEquality(node, left, Long.toString(whole.value()), CaseRule.SENSITIVE, equal);
            }
            case Value.Whole v -> plainEquality(node, left, right, equal);
            case Value.Real v -> plainEquality(node, left, right, equal);
            case Value.Bool v -> plainEquality(node, left, right, equal);
            case Value.DateTime v -> plainEquality(node, left, right, equal);
            case Value.TimeSpan v -> values.refuse(node, "ES|QL does not compare time spans");
            case Value.Decimal v -> values.refuse(node, "ES|QL has no decimal numbers");
            case Value.Array v -> values.refuse(node, "ES|QL does not compare arrays");
            case Value.Bag v -> values.refuse(node, "ES|QL does not compare property bags");
            case Value.Null v -> values.refuse(node, "a comparison with the null value");
        };
    }

    private PipeExpression plainEquality(Scalar node, Scalar left, Scalar.Constant right, boolean equal) {
        if (left.type() == KqlType.STRING) {
            return values.refuse(node, "a text is compared with a value of another type");
        }
        PipeExpression subject = values.as(left, right.type());
        PipeExpression value = values.constant(right);
        if (EsqlValues.refused(subject) || EsqlValues.refused(value)) {
            return REFUSED;
        }
        return equal
                ? new PipeExpression.Binary(PipeOperator.EQUAL, subject, value)
                : orMissing(subject, new PipeExpression.Binary(PipeOperator.NOT_EQUAL, subject, value));
    }

    private PipeExpression textEquality(Scalar node, Scalar left, String text, CaseRule rule, boolean equal) {
        PipeExpression raw = values.text(left);
        if (EsqlValues.refused(raw)) {
            return raw;
        }
        if (text.isEmpty()) {
            return empty(raw, equal);
        }
        boolean slug = fit(left) == FieldFit.SLUG;
        boolean fold = !slug && folded(node, left, rule, equal);
        PipeExpression subject = fold ? lower(raw) : raw;
        PipeExpression value = new PipeExpression.Text(written(text, slug, fold));
        return equal
                ? new PipeExpression.Binary(PipeOperator.EQUAL, subject, value)
                : orMissing(subject, new PipeExpression.Binary(PipeOperator.NOT_EQUAL, subject, value));
    }

    /** How the index writes the values of a scalar. */
    private FieldFit fit(Scalar scalar) {
        return scalar instanceof Scalar.ColumnRef reference ? columns.fit(reference.column()) : FieldFit.PLAIN;
    }

    /** A constant as the index writes its values. */
    private static String written(String text, boolean slug, boolean fold) {
        String folded = slug || fold ? lower(text) : text;
        return slug ? folded.replace(' ', '-') : folded;
    }

    /** {@code x == ""} for a text that may be missing. */
    private static PipeExpression empty(PipeExpression text, boolean positive) {
        return positive
                ? orMissing(text, new PipeExpression.Binary(PipeOperator.EQUAL, text, EMPTY))
                : new PipeExpression.Binary(PipeOperator.NOT_EQUAL, text, EMPTY);
    }

    /** True when case is to be folded. Where the index holds lower case only, it always is. */
    private boolean folded(Scalar node, Scalar subject, CaseRule rule, boolean positive) {
        if (rule == CaseRule.INSENSITIVE) {
            return true;
        }
        if (fit(subject) == FieldFit.PLAIN) {
            return false;
        }
        String why = "the index stores this value in lower case, so that case cannot be told apart";
        notes.add(node, positive ? LocalNote.wider(why, node.origin()) : LocalNote.narrower(why, node.origin()));
        return true;
    }

    private PipeExpression columnEquality(Scalar.Comparison node, Scalar left, Scalar right, boolean equal) {
        PipeOperator operator = equal ? PipeOperator.EQUAL : PipeOperator.NOT_EQUAL;
        boolean sensitive = node.caseRule() == CaseRule.SENSITIVE;
        if (sensitive && (fit(left) != FieldFit.PLAIN || fit(right) != FieldFit.PLAIN)) {
            return values.refuse(node, "the index stores one of the values in lower case");
        }
        if (textual(left) || textual(right)) {
            PipeExpression first = values.text(left);
            PipeExpression second = values.text(right);
            if (EsqlValues.refused(first) || EsqlValues.refused(second)) {
                return REFUSED;
            }
            boolean fold = !sensitive;
            first = EsqlValues.present(first);
            second = EsqlValues.present(second);
            return new PipeExpression.Binary(operator, fold ? lower(first) : first, fold ? lower(second) : second);
        }
        PipeExpression first = values.as(left, right.type());
        PipeExpression second = values.as(right, left.type());
        if (EsqlValues.refused(first) || EsqlValues.refused(second)) {
            return REFUSED;
        }
        PipeExpression same = new PipeExpression.Binary(operator, first, second);
        if (equal) {
            return same;
        }
        // Two nulls are neither equal nor unequal; one is unequal to any value.
        PipeExpression onlyFirst = joined(true, List.of(missing(first, false), missing(second, true)));
        PipeExpression onlySecond = joined(true, List.of(missing(first, true), missing(second, false)));
        return joined(false, List.of(same, onlyFirst, onlySecond));
    }

    private PipeExpression between(Scalar.Between between, boolean negated) {
        boolean outside = between.negated() != negated;
        Scalar high = between.high();
        if (high.type() == KqlType.TIMESPAN || textual(between.subject()) || isNull(between.low()) || isNull(high)) {
            return values.refuse(between, "ES|QL has no form for this range");
        }
        PipeExpression subject = values.as(between.subject(), between.low().type());
        PipeExpression first = values.as(between.low(), between.subject().type());
        PipeExpression last = values.as(high, between.subject().type());
        if (EsqlValues.refused(subject) || EsqlValues.refused(first) || EsqlValues.refused(last)) {
            return REFUSED;
        }
        return joined(
                !outside,
                List.of(
                        new PipeExpression.Binary(
                                outside ? PipeOperator.LESS : PipeOperator.GREATER_OR_EQUAL, subject, first),
                        new PipeExpression.Binary(
                                outside ? PipeOperator.GREATER : PipeOperator.LESS_OR_EQUAL, subject, last)));
    }

    // Lists.

    private PipeExpression membership(Scalar.InList in, boolean negated) {
        boolean outside = in.negated() != negated;
        List<Value> items = new ArrayList<>();
        for (Scalar item : in.items()) {
            if (!(item instanceof Scalar.Constant(Value value, var origin)) || !flatten(value, items)) {
                return values.refuse(in, "the list holds a value that is not a constant");
            }
        }
        if (items.isEmpty()) {
            return outside ? TRUE : FALSE;
        }
        boolean text = items.stream().allMatch(Value.Text.class::isInstance)
                || in.subject().type() == KqlType.STRING;
        return text ? textMembership(in, items, outside) : plainMembership(in, items, outside);
    }

    private static boolean flatten(Value value, List<Value> into) {
        if (value instanceof Value.Array(List<Value> inner)) {
            return inner.stream().allMatch(item -> flatten(item, into));
        }
        return !(value instanceof Value.Null) && !(value instanceof Value.Bag) && into.add(value);
    }

    private PipeExpression textMembership(Scalar.InList in, List<Value> items, boolean outside) {
        boolean slug = fit(in.subject()) == FieldFit.SLUG;
        PipeExpression raw = values.text(in.subject());
        if (EsqlValues.refused(raw)) {
            return raw;
        }
        boolean fold = !slug && folded(in, in.subject(), in.caseRule(), !in.negated());
        List<PipeExpression> literals = new ArrayList<>();
        boolean hasEmpty = false;
        for (Value item : items) {
            Optional<String> text = textOf(item);
            if (text.isEmpty()) {
                return values.refuse(in, "the list mixes texts with values of other types");
            }
            hasEmpty |= text.get().isEmpty();
            PipeExpression literal = new PipeExpression.Text(written(text.get(), slug, fold));
            if (!literals.contains(literal)) {
                literals.add(literal);
            }
        }
        PipeExpression subject = fold ? lower(raw) : raw;
        PipeExpression membership = member(subject, literals, outside);
        // A missing text is the empty one: inside a list that has it, outside of any other.
        return hasEmpty != outside ? orMissing(subject, membership) : membership;
    }

    private static Optional<String> textOf(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Guid(String text) -> Optional.of(text);
            case Value.Whole whole -> Optional.of(Long.toString(whole.value()));
            case Value.Bool v -> Optional.empty();
            case Value.Real v -> Optional.empty();
            case Value.Decimal v -> Optional.empty();
            case Value.DateTime v -> Optional.empty();
            case Value.TimeSpan v -> Optional.empty();
            case Value.Array v -> Optional.empty();
            case Value.Bag v -> Optional.empty();
            case Value.Null v -> Optional.empty();
        };
    }

    private static PipeExpression member(PipeExpression subject, List<PipeExpression> items, boolean outside) {
        if (items.size() == 1) {
            return new PipeExpression.Binary(
                    outside ? PipeOperator.NOT_EQUAL : PipeOperator.EQUAL, subject, items.getFirst());
        }
        return new PipeExpression.Membership(subject, items, outside);
    }

    private PipeExpression plainMembership(Scalar.InList in, List<Value> items, boolean outside) {
        KqlType type = items.getFirst().type();
        PipeExpression subject = values.as(in.subject(), type);
        List<PipeExpression> literals = new ArrayList<>();
        for (Value item : items) {
            boolean fits = item.type() == type || item.type().isInteger() && type.isInteger();
            PipeExpression literal = fits ? values.constant(new Scalar.Constant(item, in.origin())) : REFUSED;
            if (EsqlValues.refused(literal)) {
                return values.refuse(in, "the list holds values that ES|QL cannot compare");
            }
            literals.add(literal);
        }
        if (EsqlValues.refused(subject)) {
            return subject;
        }
        PipeExpression membership = member(subject, literals, outside);
        return outside ? orMissing(subject, membership) : membership;
    }

    // Matches of text.

    private PipeExpression match(Scalar.StringMatch match, boolean negated) {
        boolean outside = match.negated() != negated;
        if (match.text() instanceof Scalar.AnyColumn) {
            return values.refuse(match, "ES|QL has no search over all columns");
        }
        PipeExpression raw = values.text(match.text());
        if (EsqlValues.refused(raw)) {
            return raw;
        }
        boolean regex = match.kind() == MatchKind.REGEX;
        boolean fold = !regex && folded(match, match.text(), match.caseRule(), !match.negated());
        List<PipeExpression> parts = new ArrayList<>();
        PipeExpression subject = fold ? lower(raw) : raw;
        for (Scalar pattern : match.patterns()) {
            List<Value> items = new ArrayList<>();
            if (!(pattern instanceof Scalar.Constant(Value value, var origin)) || !flatten(value, items)) {
                return values.refuse(match, "the pattern is not a constant");
            }
            for (Value item : items) {
                Optional<String> text = textOf(item);
                if (text.isEmpty()) {
                    return values.refuse(match, "the pattern is no text");
                }
                parts.add(pattern(match, raw, subject, text.get(), fold));
            }
        }
        if (parts.isEmpty()) {
            return values.refuse(match, "there is nothing to look for");
        }
        if (parts.contains(TRUE) && (!match.all() || parts.size() == 1)) {
            return outside ? FALSE : TRUE;
        }
        parts.removeIf(TRUE::equals);
        if (parts.isEmpty()) {
            return outside ? FALSE : TRUE;
        }
        PipeExpression found = joined(match.all(), parts);
        if (EsqlValues.refused(found)) {
            return found;
        }
        return outside ? orMissing(raw, new PipeExpression.Negation(found)) : found;
    }

    private PipeExpression pattern(
            Scalar.StringMatch match, PipeExpression raw, PipeExpression subject, String text, boolean fold) {
        if (match.kind() == MatchKind.REGEX) {
            return regex(match, raw, text);
        }
        // Any text holds the empty one.
        if (text.isEmpty()) {
            return match.kind() == MatchKind.LIKE ? values.refuse(match, "an empty pattern") : TRUE;
        }
        String sought = written(text, fit(match.text()) == FieldFit.SLUG, fold);
        return switch (match.kind()) {
            case SUBSTRING -> like(subject, "*" + LucenePattern.wildcard(sought) + "*");
            case PREFIX -> like(subject, LucenePattern.wildcard(sought) + "*");
            case SUFFIX -> like(subject, "*" + LucenePattern.wildcard(sought));
            case TERM -> term(match, subject, sought, true, true);
            case TERM_PREFIX -> term(match, subject, sought, true, false);
            case TERM_SUFFIX -> term(match, subject, sought, false, true);
            case LIKE -> values.refuse(match, "`like` is not translated");
            case REGEX -> throw new IllegalStateException("handled above");
        };
    }

    private static PipeExpression like(PipeExpression subject, String pattern) {
        return new PipeExpression.Wildcard(subject, pattern);
    }

    private PipeExpression term(
            Scalar.StringMatch match, PipeExpression subject, String text, boolean start, boolean end) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean open = start && !LucenePattern.alphanumeric(first) || end && !LucenePattern.alphanumeric(last);
        if (open) {
            String why = "`" + text + "` begins or ends with a sign: no bound of a term is asked for there";
            notes.add(
                    match,
                    match.negated() ? LocalNote.narrower(why, match.origin()) : LocalNote.wider(why, match.origin()));
        }
        boolean before = start && LucenePattern.alphanumeric(first);
        boolean after = end && LucenePattern.alphanumeric(last);
        if (!before && !after) {
            return like(subject, "*" + LucenePattern.wildcard(text) + "*");
        }
        // RLIKE has no class of all letters, so that an `é` beside the term would count as its bound; REPLACE reads
        // Java's
        // expressions, which do. A text that a removal changes holds the term.
        PipeExpression without = new PipeExpression.Invocation(
                "REPLACE",
                List.of(
                        subject,
                        new PipeExpression.Text(JavaPattern.term(text, before, after)),
                        new PipeExpression.Text("")));
        return new PipeExpression.Binary(PipeOperator.NOT_EQUAL, without, subject);
    }

    private PipeExpression regex(Scalar.StringMatch match, PipeExpression raw, String source) {
        RegexSubset.Outcome outcome = RegexSubset.read(source);
        return switch (outcome) {
            case RegexSubset.Refused(String why) -> values.refuse(match, "the regular expression " + why);
            case RegexSubset.Readable readable
            when fit(match.text()) == FieldFit.SLUG || fit(match.text()) == FieldFit.LOWER && !readable.fold() ->
                values.refuse(match, "the index stores this value in lower case");
            case RegexSubset.Readable readable -> {
                readable.note(match).ifPresent(note -> notes.add(match, note));
                yield new PipeExpression.Regex(readable.fold() ? lower(raw) : raw, readable.whole());
            }
        };
    }

    // Functions that give a truth value.

    private PipeExpression call(Scalar.Call call, boolean negated) {
        String name = call.function().name();
        return switch (name) {
            case "isempty", "isnotempty" -> emptiness(call, name.equals("isempty") != negated);
            case "isnull", "isnotnull" -> nullness(call, name.equals("isnull") != negated);
            default -> {
                PipeExpression value = values.as(call, KqlType.BOOL);
                if (negated
                        && value instanceof PipeExpression.Invocation(String target, var arguments)
                        && target.equals("CIDR_MATCH")) {
                    notes.add(
                            call,
                            LocalNote.narrower(
                                    "an address that is not of version 4 is outside of the range in ES|QL and null in"
                                            + " KQL",
                                    call.origin()));
                }
                yield EsqlValues.refused(value) || !negated ? value : new PipeExpression.Negation(value);
            }
        };
    }

    private PipeExpression emptiness(Scalar.Call call, boolean empty) {
        Scalar argument = call.arguments().getFirst();
        return switch (argument.type()) {
            case STRING, DYNAMIC, UNKNOWN -> {
                PipeExpression text = values.text(argument);
                yield EsqlValues.refused(text) ? text : empty(text, empty);
            }
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID -> nullTest(argument, empty);
        };
    }

    private PipeExpression nullness(Scalar.Call call, boolean isNull) {
        Scalar argument = call.arguments().getFirst();
        // A text is never null in KQL, whatever the index has.
        return switch (argument.type()) {
            case STRING -> isNull ? FALSE : TRUE;
            case UNKNOWN -> values.refuse(call, "whether this can be null depends on its type, which is not known");
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC -> nullTest(argument, isNull);
        };
    }

    private PipeExpression nullTest(Scalar argument, boolean isNull) {
        PipeExpression value = values.value(argument);
        return EsqlValues.refused(value) ? value : new PipeExpression.NullTest(value, !isNull);
    }

    static PipeExpression lower(PipeExpression text) {
        return text instanceof PipeExpression.Invocation(String name, var arguments) && name.equals("TO_LOWER")
                ? text
                : new PipeExpression.Invocation("TO_LOWER", List.of(text));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

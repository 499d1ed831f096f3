package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.Stage;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxPrinter;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places of a query that tune the rule. What stands outside is told before what stands inside. */
final class TuningKnobs implements SyntaxWalk.Listener {
    /** Shorter lists that are looked for are the rule's subject, not something that grows. */
    private static final int LEAST_WATCHED = 2;

    private final EmbeddedText text;
    private final List<Stage> stages;
    private final Map<String, Value> constants;
    private final Set<String> aggregated;
    private final Map<String, LetUse> lets = new LinkedHashMap<>();
    /** Stands under an odd number of {@code not}. */
    private final Set<Expression> negated = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What a length of time is called after. */
    private final Map<Expression, String> owners = new IdentityHashMap<>();
    /** Lengths of time that tune nothing, or that are told by their {@code let}. */
    private final Set<Expression> passedOver = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<TuningKnob> found = new ArrayList<>();

    private TuningKnobs(EmbeddedText text, List<Stage> stages, Map<String, Value> constants, Set<String> aggregated) {
        this.text = text;
        this.stages = stages;
        this.constants = constants;
        this.aggregated = aggregated;
    }

    /**
     * The knobs of a query in the order of its text.
     *
     * @param text the query and its place in the file
     * @param stages those of the main pipeline
     * @param constants the values of scalar {@code let}s
     * @param aggregated the names of columns that aggregates make
     */
    static List<TuningKnob> of(
            Query query, EmbeddedText text, List<Stage> stages, Map<String, Value> constants, Set<String> aggregated) {
        TuningKnobs knobs = new TuningKnobs(text, stages, constants, aggregated);
        SyntaxWalk.walk(query, knobs);
        knobs.lets.values().forEach(knobs::add);
        knobs.found.sort(Comparator.comparingInt(knob -> knob.span().start()));
        return List.copyOf(knobs.found);
    }

    /** A {@code let} and what was seen of its use. */
    private static final class LetUse {
        final String name;
        final Expression value;
        final LetKind kind;
        boolean compared;
        boolean watched;
        boolean leftOut;

        LetUse(String name, Expression value, LetKind kind) {
            this.name = name;
            this.value = value;
            this.kind = kind;
        }

        void inList(boolean isNegated) {
            leftOut |= isNegated;
            watched |= !isNegated;
        }
    }

    private void add(LetUse let) {
        switch (let.kind) {
            case NUMBER -> add(let.compared ? TuningKnob.Kind.THRESHOLD : TuningKnob.Kind.PARAMETER, let);
            case TIMESPAN -> add(TuningKnob.Kind.WINDOW, let);
            case LIST, TEXT -> add(listKind(let), let);
            case OTHER_CONSTANT -> add(TuningKnob.Kind.PARAMETER, let);
            case OF_TIMESPANS, NONE -> {}
        }
    }

    private static TuningKnob.Kind listKind(LetUse let) {
        if (let.leftOut) {
            return TuningKnob.Kind.ALLOW_LIST;
        }
        return let.watched ? TuningKnob.Kind.WATCH_LIST : TuningKnob.Kind.PARAMETER;
    }

    private void add(TuningKnob.Kind kind, LetUse let) {
        add(kind, let.name, let.value.origin().span());
    }

    private void add(TuningKnob.Kind kind, String name, Span span) {
        String value = text.text().substring(span.start(), span.end()).strip();
        found.add(new TuningKnob(kind, name, value, stage(span), text.toFile(span)));
    }

    private int stage(Span span) {
        for (Stage stage : stages) {
            if (stage.span().start() <= span.start()
                    && span.end() <= stage.span().end()) {
                return stage.index();
            }
        }
        return 0;
    }

    @Override
    public void statement(Statement statement) {
        if (statement instanceof Statement.Let(Name name, Statement.ExpressionValue(Expression value), var origin)) {
            LetKind kind = LetKind.of(name.text(), value, constants);
            lets.put(name.text(), new LetUse(name.text(), value, kind));
            if (kind != LetKind.NONE && kind != LetKind.LIST) {
                for (Expression.Literal timespan : LetKind.timespans(value)) {
                    owners.put(timespan, name.text());
                    if (kind != LetKind.OF_TIMESPANS) {
                        passedOver.add(timespan);
                    }
                }
            }
        }
    }

    @Override
    public void operator(TabularOperator operator) {
        if (operator instanceof TabularOperator.MakeSeries series) {
            series.step().ifPresent(step -> owners.put(step, "step"));
        } else if (operator instanceof TabularOperator.Range range) {
            owners.put(range.step(), "step");
        }
    }

    @Override
    public void expression(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            literal(literal);
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.Binary binary) {
            binary(binary);
        } else if (expression instanceof Expression.Between between) {
            between(between);
        } else if (expression instanceof Expression.Membership membership) {
            membership(membership);
        }
    }

    private void literal(Expression.Literal literal) {
        boolean isZero = literal.text().chars().noneMatch(c -> c >= '1' && c <= '9');
        if (literal.kind() == LiteralKind.TIMESPAN && !isZero && !passedOver.contains(literal)) {
            add(
                    TuningKnob.Kind.WINDOW,
                    owners.getOrDefault(literal, "timespan"),
                    literal.origin().span());
        }
    }

    private void call(Expression.Call call) {
        String name = call.function().text();
        for (Expression.Argument argument : call.arguments()) {
            owners.putIfAbsent(argument.value(), name);
        }
        if (name.equals("not") && !call.arguments().isEmpty() && !negated.contains(call)) {
            negate(call.arguments().getFirst().value());
        }
    }

    /** A negation reaches through brackets, {@code and} and {@code or}; a further {@code not} takes it back. */
    private void negate(Expression expression) {
        negated.add(expression);
        if (expression instanceof Expression.Parenthesized parenthesized) {
            negate(parenthesized.inner());
        } else if (expression instanceof Expression.Logical logical) {
            logical.operands().forEach(this::negate);
        }
    }

    private void binary(Expression.Binary binary) {
        switch (binary.operator().level()) {
            case EQUALITY, RELATION -> comparison(binary);
            case SUM -> {
                owners.putIfAbsent(binary.left(), called(binary.right()));
                owners.putIfAbsent(binary.right(), called(binary.left()));
            }
            // A length of time that is divided or multiplied by is a unit.
            case PRODUCT -> {
                passedOver.add(binary.left());
                passedOver.add(binary.right());
            }
            case TEXT -> match(binary);
            case AND, OR -> {}
        }
    }

    private void comparison(Expression.Binary binary) {
        threshold(binary.left(), binary.right());
        threshold(binary.right(), binary.left());
        if (binary.operator().level() == BinaryOperator.Level.RELATION) {
            compared(binary.left());
            compared(binary.right());
        }
        owners.putIfAbsent(binary.left(), called(binary.right()));
        owners.putIfAbsent(binary.right(), called(binary.left()));
    }

    private void threshold(Expression subject, Expression number) {
        if (LetKind.isNumber(number) && readsAggregate(subject)) {
            add(TuningKnob.Kind.THRESHOLD, line(subject), number.origin().span());
        }
    }

    private boolean readsAggregate(Expression subject) {
        return names(subject).stream().anyMatch(aggregated::contains);
    }

    private void compared(Expression side) {
        for (String name : names(side)) {
            let(name).ifPresent(let -> let.compared = true);
        }
    }

    private static Set<String> names(Expression expression) {
        Set<String> names = new HashSet<>();
        SyntaxWalk.walk(expression, new SyntaxWalk.Listener() {
            @Override
            public void expression(Expression part) {
                if (part instanceof Expression.NameReference reference) {
                    names.add(reference.name());
                }
            }
        });
        return names;
    }

    private Optional<LetUse> let(String name) {
        return Optional.ofNullable(lets.get(name));
    }

    private void between(Expression.Between between) {
        for (Expression end : List.of(between.low(), between.high())) {
            threshold(between.subject(), end);
            compared(end);
            owners.putIfAbsent(end, called(between.subject()));
        }
    }

    /** A single text that is left out; one that is looked for is the rule's subject. */
    private void match(Expression.Binary binary) {
        Optional<Boolean> wanted = TextOperators.wanted(binary.operator());
        if (wanted.isEmpty()) {
            return;
        }
        boolean leftOut = wanted.get() == negated.contains(binary);
        @Nullable String name = reference(binary.right());
        if (name != null) {
            let(name).filter(let -> leftOut).ifPresent(let -> let.leftOut = true);
        } else if (leftOut && binary.right() instanceof Expression.StringLiteral) {
            add(
                    TuningKnob.Kind.ALLOW_LIST,
                    line(binary.left()),
                    binary.right().origin().span());
        }
    }

    private static @Nullable String reference(Expression expression) {
        if (expression instanceof Expression.Parenthesized parenthesized) {
            return reference(parenthesized.inner());
        }
        return expression instanceof Expression.NameReference reference ? reference.name() : null;
    }

    private void membership(Expression.Membership membership) {
        boolean opposite = switch (membership.operator()) {
            case NOT_IN, NOT_IN_IGNORING_CASE -> true;
            case IN, IN_IGNORING_CASE, HAS_ANY, HAS_ALL -> false;
        };
        boolean leftOut = opposite != negated.contains(membership);
        List<Expression> items = membership.items();
        for (Expression item : items) {
            for (String name : names(item)) {
                let(name).ifPresent(let -> let.inList(leftOut));
            }
        }
        List<Expression> stated = items.stream().filter(TuningKnobs::isStated).toList();
        if (stated.size() == items.size() && size(stated) >= (leftOut ? 1 : LEAST_WATCHED)) {
            Span first = stated.getFirst().origin().span();
            add(
                    leftOut ? TuningKnob.Kind.ALLOW_LIST : TuningKnob.Kind.WATCH_LIST,
                    line(membership.subject()),
                    first.union(stated.getLast().origin().span()));
        }
    }

    private static boolean isStated(Expression item) {
        return item instanceof Expression.StringLiteral
                || item instanceof Expression.DynamicLiteral
                || LetKind.isNumber(item);
    }

    private static int size(List<Expression> items) {
        int size = 0;
        for (Expression item : items) {
            size += item instanceof Expression.DynamicLiteral(Expression.Json.Array array, var origin)
                    ? array.items().size()
                    : 1;
        }
        return size;
    }

    /** The name of what stands on the other side of a length of time. */
    private static String called(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return call.function().text();
        }
        if (expression instanceof Expression.Parenthesized parenthesized) {
            return called(parenthesized.inner());
        }
        return expression instanceof Expression.Literal ? "timespan" : line(expression);
    }

    private static String line(Expression expression) {
        if (expression instanceof Expression.NameReference reference) {
            return reference.name();
        }
        return SyntaxPrinter.print(expression).strip().replaceAll("\\s+", " ");
    }
}

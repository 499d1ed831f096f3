package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a query expects to find in columns: which members and items it asks for, and what it does with them, through
 * assignments, expansions, joins and unions.
 */
final class DynamicShapes {
    /** The step into the items of an array. */
    static final String ITEM = "[]";
    /** The step into a text that is read as XML. */
    static final String XML = "<>";

    /** Calls whose value is what one argument holds, by its index. */
    private static final Map<String, Integer> PASSING = Map.ofEntries(
            Map.entry("parse_json", 0),
            Map.entry("parsejson", 0),
            Map.entry("todynamic", 0),
            Map.entry("toobject", 0),
            Map.entry("tostring", 0),
            Map.entry("tolower", 0),
            Map.entry("toupper", 0),
            Map.entry("trim", 1),
            Map.entry("trim_start", 1),
            Map.entry("trim_end", 1));

    private static final Set<String> PASSING_AGGREGATES = Set.of("any", "take_any", "max", "min");

    /** How many nodes are followed from one use. */
    private static final int MOST_NODES = 200;

    private final Map<ColumnId, List<Scalar>> makers = new HashMap<>();
    private final Set<ColumnId> expanded = new HashSet<>();
    private final Map<ColumnId, Shape> shapes = new LinkedHashMap<>();
    /** For a call that asks for a column by its name the plugin that may make it. */
    private final Map<Scalar, Relation.Evaluate> asking = new IdentityHashMap<>();

    private int nodes;

    /**
     * What is asked for inside of a value, by step, and what is done with the value itself.
     *
     * @param constants what it is asked to equal
     * @param values what the value may be: names of columns that are made of it
     */
    record Shape(Map<String, Shape> steps, Set<Content> contents, Set<Value> constants, Set<String> values) {
        Shape() {
            this(new LinkedHashMap<>(), EnumSet.noneOf(Content.class), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        /** How many values any part has. */
        int most() {
            int most = values.size();
            for (Shape inner : steps.values()) {
                most = Math.max(most, inner.most());
            }
            return most;
        }

        Shape at(String step) {
            return steps.computeIfAbsent(step, key -> new Shape());
        }

        /** What the value holds that has no parts of its own. */
        Optional<Content> content() {
            return contents.stream().findFirst();
        }
    }

    private DynamicShapes() {}

    /** The shapes of the columns of tables. */
    static Map<ColumnId, Shape> of(BoundQuery query) {
        DynamicShapes walk = new DynamicShapes();
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        List<Relation> relations = Trees.relations(roots);
        relations.forEach(walk::makers);
        relations.forEach(walk::asking);
        relations.forEach(relation -> Trees.forEachScalar(relation, walk::used));
        relations.forEach(walk::taken);
        return walk.shapes;
    }

    private void makers(Relation relation) {
        switch (relation) {
            case Relation.Project project -> made(project.assignments());
            case Relation.Expand expand -> expanded(expand.items());
            case Relation.Apply apply -> expanded(apply.items());
            case Relation.Aggregate aggregate -> {
                made(aggregate.keys());
                made(aggregate.aggregates());
            }
            case Relation.Join join -> made(join.rightColumns());
            case Relation.Union union -> union.inputs().forEach(input -> united(union, input));
            case Relation.Other other ->
                madeBy(other, "bag_unpack")
                        .ifPresent(evaluate -> other.made()
                                .forEach(column -> made(
                                        column,
                                        new Scalar.Member(
                                                evaluate.arguments().getFirst(), column.name(), other.origin()))));
            default -> {
                // its columns are no parts of columns
            }
        }
    }

    private void made(List<Assignment> assignments) {
        assignments.forEach(assignment -> made(assignment.column(), assignment.value()));
    }

    private void made(Column column, Scalar value) {
        makers.computeIfAbsent(column.id(), id -> new ArrayList<>()).add(value);
    }

    private void expanded(List<Assignment> items) {
        made(items);
        items.forEach(item -> expanded.add(item.column().id()));
    }

    private void united(Relation.Union union, Relation.UnionInput input) {
        for (int i = 0; i < input.columns().size(); i++) {
            Column column = union.columns().get(i);
            input.columns()
                    .get(i)
                    .filter(part -> !part.id().equals(column.id()))
                    .ifPresent(part -> made(column, new Scalar.ColumnRef(part, union.origin())));
        }
    }

    // ---- uses

    private void used(Scalar scalar) {
        switch (scalar) {
            case Scalar.Member member -> places(member);
            case Scalar.Element element -> places(element);
            case Scalar.Comparison(var operator, var left, var right, var caseRule, var origin) -> {
                compared(operator, left, right);
                compared(operator, right, left);
            }
            case Scalar.Between between ->
                meets(between.subject(), between.low().type());
            case Scalar.Arithmetic(var operator, var left, var right, var type, var origin) -> {
                meets(left, right.type());
                meets(right, left.type());
            }
            case Scalar.StringMatch match -> {
                meets(match.text(), KqlType.STRING);
                if (match.kind() == MatchKind.REGEX) {
                    match.patterns().forEach(pattern -> holds(pattern, Content.REGEX));
                }
            }
            case Scalar.InList in -> in.items().forEach(item -> compared(ComparisonOperator.EQUAL, in.subject(), item));
            case Scalar.Call call when asking.containsKey(call) -> places(call);
            case Scalar.Call call -> arguments(call.function().name(), call.arguments());
            default -> {
                // says nothing of what its operands hold
            }
        }
        Trees.forEachChild(scalar, this::used);
    }

    private void compared(ComparisonOperator operator, Scalar one, Scalar other) {
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (equality && other instanceof Scalar.Constant(var value, var origin)) {
            Content.ofConstant(value).ifPresent(content -> holds(one, content));
            if (operator == ComparisonOperator.EQUAL && !Nulls.isNull(value)) {
                places(one).forEach(shape -> shape.constants().add(value));
            }
        } else {
            meets(one, other.type());
        }
    }

    private void meets(Scalar scalar, KqlType type) {
        Content.ofType(type).ifPresent(content -> holds(scalar, content));
    }

    private void arguments(String function, List<Scalar> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Scalar argument = arguments.get(i);
            Content.ofArgument(function, i).ifPresent(content -> holds(argument, content));
        }
    }

    private void holds(Scalar scalar, Content content) {
        if (scalar.type() == KqlType.STRING || scalar.type() == KqlType.DYNAMIC || scalar.type() == KqlType.UNKNOWN) {
            places(scalar).forEach(shape -> shape.contents().add(content));
        }
    }

    /** What whole relations take out of columns: items of expansions, arguments of plugins. */
    private void taken(Relation relation) {
        switch (relation) {
            case Relation.Expand expand ->
                expand.items()
                        .forEach(item -> places(
                                new Scalar.ColumnRef(item.column(), item.value().origin())));
            case Relation.Apply apply ->
                apply.items()
                        .forEach(item -> places(
                                new Scalar.ColumnRef(item.column(), item.value().origin())));
            case Relation.Evaluate evaluate -> arguments(evaluate.name(), evaluate.arguments());
            case Relation.Other other -> unpacked(other);
            default -> {
                // takes nothing but by its scalars
            }
        }
    }

    // ---- plugins whose columns are of the data

    /** Names over unpacked bags are keys of the bags, names over a pivoted column are its values. */
    private void unpacked(Relation.Other other) {
        madeBy(other, "bag_unpack")
                .ifPresent(evaluate -> places(evaluate.arguments().getFirst())
                        .forEach(shape -> other.made().forEach(column -> shape.at(column.name()))));
        madeBy(other, "pivot")
                .ifPresent(evaluate -> places(evaluate.arguments().getFirst())
                        .forEach(shape ->
                                other.made().forEach(column -> shape.values().add(column.name()))));
    }

    /** The plugin whose open columns a relation adds to, where it is of that name. */
    private static Optional<Relation.Evaluate> madeBy(Relation.Other other, String plugin) {
        if (!"open".equals(other.operator())) {
            return Optional.empty();
        }
        return switch (other.inputs().getFirst()) {
            case Relation.Evaluate evaluate
            when plugin.equals(evaluate.name()) && !evaluate.arguments().isEmpty() -> Optional.of(evaluate);
            case Relation.Other inner -> madeBy(inner, plugin);
            default -> Optional.empty();
        };
    }

    /** Finds the calls of {@code column_ifexists} behind a plugin whose columns are open. */
    private void asking(Relation relation) {
        Trees.forEachInput(
                relation,
                input -> opened(input)
                        .ifPresent(plugin -> Trees.forEachScalar(relation, scalar -> asking(scalar, plugin))));
    }

    private void asking(Scalar scalar, Relation.Evaluate plugin) {
        if (scalar instanceof Scalar.Call call
                && call.function().name().startsWith("column")
                && call.arguments().size() == 2
                && call.arguments().getFirst() instanceof Scalar.Constant(Value.Text text, var origin)) {
            asking.put(call, plugin);
        }
        Trees.forEachChild(scalar, child -> asking(child, plugin));
    }

    /** The plugin that a relation has its open columns of. */
    private static Optional<Relation.Evaluate> opened(Relation relation) {
        return switch (relation) {
            case Relation.Evaluate evaluate
            when evaluate.open() && !evaluate.arguments().isEmpty() -> Optional.of(evaluate);
            case Relation.Filter filter -> opened(filter.input());
            case Relation.Sort sort -> opened(sort.input());
            case Relation.Project project when project.open() -> opened(project.input());
            case Relation.Other other
            when other.inputs().size() == 1 -> opened(other.inputs().getFirst());
            default -> Optional.empty();
        };
    }

    private void followNamed(Scalar.Call call, Relation.Evaluate plugin, List<String> steps, List<Shape> places) {
        if (!(call.arguments().getFirst() instanceof Scalar.Constant(Value.Text(var name), var origin))) {
            return;
        }
        Scalar source = plugin.arguments().getFirst();
        switch (plugin.name()) {
            case "bag_unpack" -> follow(source, and(steps, name), places);
            case "pivot" -> {
                List<Shape> pivoted = new ArrayList<>();
                follow(source, List.of(), pivoted);
                pivoted.forEach(shape -> shape.values().add(name));
            }
            default -> {
                // makes no columns of values
            }
        }
    }

    // ---- places

    /** The shapes of what a scalar takes out of columns, made where they are new. */
    private List<Shape> places(Scalar scalar) {
        nodes = 0;
        List<Shape> places = new ArrayList<>();
        follow(scalar, List.of(), places);
        return places;
    }

    /** @param steps those that are taken from the scalar on, the first of them last */
    private void follow(Scalar scalar, List<String> steps, List<Shape> places) {
        if (++nodes > MOST_NODES) {
            return;
        }
        switch (scalar) {
            case Scalar.ColumnRef(var column, var origin) -> followColumn(column, steps, places);
            case Scalar.Member(var target, var name, var origin) -> follow(target, and(steps, name), places);
            case Scalar.Element(var target, var index, var origin) -> follow(target, and(steps, stepOf(index)), places);
            case Scalar.Call call when asking.containsKey(call) -> followNamed(call, asking.get(call), steps, places);
            case Scalar.Call call -> followCall(call.function().name(), call.arguments(), steps, places);
            case Scalar.Subquery(var relation, var type, var origin) ->
                relation.columns().stream().findFirst().ifPresent(column -> followColumn(column, steps, places));
            case Scalar.AggregateCall call
            when PASSING_AGGREGATES.contains(call.function().name()) ->
                call.arguments().forEach(argument -> follow(argument, steps, places));
            default -> {
                // made anew
            }
        }
    }

    private void followCall(String name, List<Scalar> arguments, List<String> steps, List<Shape> places) {
        Integer passing = PASSING.get(name);
        if (passing != null && passing < arguments.size()) {
            follow(arguments.get(passing), steps, places);
        } else if (name.equals("parse_xml") && !arguments.isEmpty()) {
            follow(arguments.getFirst(), and(steps, XML), places);
        } else if (name.equals("coalesce")) {
            arguments.forEach(argument -> follow(argument, steps, places));
        } else if (Conditionals.has(name)) {
            for (int i = 1; i < arguments.size(); i += i + 2 == arguments.size() ? 1 : 2) {
                follow(arguments.get(i), steps, places);
            }
        }
    }

    private void followColumn(Column column, List<String> steps, List<Shape> places) {
        List<String> further = expanded.contains(column.id()) ? and(steps, ITEM) : steps;
        List<Scalar> known = makers.get(column.id());
        if (known != null) {
            known.forEach(maker -> follow(maker, further, places));
            return;
        }
        Shape shape = shapes.computeIfAbsent(column.id(), key -> new Shape());
        for (int i = further.size() - 1; i >= 0; i--) {
            shape = shape.at(further.get(i));
        }
        places.add(shape);
    }

    private static String stepOf(Scalar index) {
        return index instanceof Scalar.Constant(Value.Text(var name), var ignored) ? name : ITEM;
    }

    private static List<String> and(List<String> steps, String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}

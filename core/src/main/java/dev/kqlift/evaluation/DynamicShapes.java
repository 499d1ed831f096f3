package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a query expects to find inside of columns: which members and items it asks for, through assignments and expansions. */
final class DynamicShapes {
    /** The step into the items of an array. */
    static final String ITEM = "[]";
    /** The step into a text that is read as XML. */
    static final String XML = "<>";
    /** A key of a bag of which the query names none. */
    private static final String ANY_KEY = "Property";

    private static final Set<String> PASSING = Set.of("parse_json", "parsejson", "todynamic", "toobject", "tostring");

    private final Map<ColumnId, Scalar> makers = new HashMap<>();
    private final Set<ColumnId> expanded = new HashSet<>();
    private final Map<ColumnId, Shape> shapes = new LinkedHashMap<>();
    /** For a call that asks for a column by its name the plugin that may make it. */
    private final Map<Scalar, Relation.Evaluate> asking = new IdentityHashMap<>();

    /** What is asked for inside of a value. */
    static final class Shape {
        private final Map<String, Shape> steps = new LinkedHashMap<>();
        private final Set<String> values = new LinkedHashSet<>();
        private boolean unpacked;

        /** The parts that are asked for, by step. */
        Map<String, Shape> steps() {
            return steps;
        }

        /** What the value itself may be: names of columns that are made of it. */
        Set<String> values() {
            return values;
        }

        /** Whether columns are made of it or of a part of it, so that nothing else may stand there. */
        boolean makesColumns() {
            return unpacked || steps.values().stream().anyMatch(Shape::makesColumns);
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
    }

    private DynamicShapes() {}

    /** The shapes of the columns of tables. */
    static Map<ColumnId, Shape> of(BoundQuery query) {
        DynamicShapes walk = new DynamicShapes();
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        List<Relation> relations = Trees.relations(roots);
        relations.forEach(walk::makers);
        relations.forEach(walk::asking);
        relations.forEach(relation -> Trees.forEachScalar(relation, walk::asked));
        relations.forEach(walk::unpacked);
        relations.forEach(walk::withoutKeys);
        return walk.shapes;
    }

    private void makers(Relation relation) {
        switch (relation) {
            case Relation.Project project ->
                project.assignments()
                        .forEach(assignment -> makers.put(assignment.column().id(), assignment.value()));
            case Relation.Expand expand -> {
                for (Assignment item : expand.items()) {
                    makers.put(item.column().id(), item.value());
                    expanded.add(item.column().id());
                }
            }
            case Relation.Other other
            when madeBy(other, "bag_unpack").isPresent() -> {
                Scalar bag = madeBy(other, "bag_unpack").get().arguments().getFirst();
                other.made()
                        .forEach(column ->
                                makers.put(column.id(), new Scalar.Member(bag, column.name(), other.origin())));
            }
            case Relation.Aggregate aggregate -> {
                aggregate.keys().forEach(key -> makers.put(key.column().id(), key.value()));
                aggregate
                        .aggregates()
                        .forEach(picked -> makers.put(picked.column().id(), picked.value()));
            }
            case Relation.Join join ->
                join.rightColumns().forEach(right -> makers.put(right.column().id(), right.value()));
            default -> {
                // its columns are no parts of columns
            }
        }
    }

    private void asked(Scalar scalar) {
        if (scalar instanceof Scalar.Member || scalar instanceof Scalar.Element || asking.containsKey(scalar)) {
            shape(scalar, 0);
        }
        Trees.forEachChild(scalar, this::asked);
    }

    /** The shape of what a scalar takes out of a column, made where it is new. */
    private Optional<Shape> shape(Scalar scalar, int depth) {
        if (depth > 50) {
            return Optional.empty();
        }
        return switch (scalar) {
            case Scalar.ColumnRef(var column, var origin) -> ofColumn(column, depth);
            case Scalar.Member(var target, var name, var origin) ->
                shape(target, depth + 1).map(shape -> shape.at(name));
            case Scalar.Element(var target, var index, var origin) ->
                shape(target, depth + 1)
                        .map(shape -> shape.at(
                                index instanceof Scalar.Constant(Value.Text(var name), var ignored) ? name : ITEM));
            case Scalar.Call call when asking.containsKey(call) -> named(call, asking.get(call), depth);
            case Scalar.Call call
            when "parse_xml".equals(call.function().name()) && !call.arguments().isEmpty() ->
                shape(call.arguments().getFirst(), depth + 1).map(shape -> shape.at(XML));
            case Scalar.Call call
            when PASSING.contains(call.function().name()) && !call.arguments().isEmpty() ->
                shape(call.arguments().getFirst(), depth + 1);
            default -> Optional.empty();
        };
    }

    private Optional<Shape> ofColumn(Column column, int depth) {
        Scalar maker = makers.get(column.id());
        if (maker == null) {
            return Optional.of(shapes.computeIfAbsent(column.id(), key -> new Shape()));
        }
        Optional<Shape> whole = shape(maker, depth + 1);
        return expanded.contains(column.id()) ? whole.map(shape -> shape.at(ITEM)) : whole;
    }

    // ---- plugins whose columns are of the data

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

    /** Names over unpacked bags are keys of the bags, names over a pivoted column are its values. */
    private void unpacked(Relation relation) {
        if (relation instanceof Relation.Other other) {
            madeBy(other, "bag_unpack")
                    .flatMap(evaluate -> shape(evaluate.arguments().getFirst(), 0))
                    .ifPresent(shape -> other.made().forEach(column -> shape.at(column.name())));
            madeBy(other, "pivot")
                    .flatMap(evaluate -> shape(evaluate.arguments().getFirst(), 0))
                    .ifPresent(shape ->
                            other.made().forEach(column -> shape.values().add(column.name())));
        }
    }

    private void withoutKeys(Relation relation) {
        if (relation instanceof Relation.Evaluate evaluate
                && "bag_unpack".equals(evaluate.name())
                && !evaluate.arguments().isEmpty()) {
            shape(evaluate.arguments().getFirst(), 0).ifPresent(shape -> {
                shape.unpacked = true;
                if (shape.steps().isEmpty()) {
                    shape.at(ANY_KEY);
                }
            });
        }
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

    private Optional<Shape> named(Scalar.Call call, Relation.Evaluate plugin, int depth) {
        if (!(call.arguments().getFirst() instanceof Scalar.Constant(Value.Text(var name), var origin))) {
            return Optional.empty();
        }
        Optional<Shape> source = shape(plugin.arguments().getFirst(), depth + 1);
        return switch (plugin.name()) {
            case "bag_unpack" -> source.map(shape -> shape.at(name));
            case "pivot" -> {
                source.ifPresent(shape -> shape.values().add(name));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}

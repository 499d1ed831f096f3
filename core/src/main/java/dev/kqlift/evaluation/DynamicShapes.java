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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a query expects to find inside of columns: which members and items it asks for, through assignments and expansions. */
final class DynamicShapes {
    /** The step into the items of an array. */
    static final String ITEM = "[]";

    private static final Set<String> PASSING = Set.of("parse_json", "todynamic", "toobject", "tostring");

    private final Map<ColumnId, Scalar> makers = new HashMap<>();
    private final Set<ColumnId> expanded = new HashSet<>();
    private final Map<ColumnId, Shape> shapes = new LinkedHashMap<>();

    /** What is asked for inside of a value, by step. */
    record Shape(Map<String, Shape> steps) {
        Shape() {
            this(new LinkedHashMap<>());
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
        relations.forEach(relation -> Trees.forEachScalar(relation, walk::asked));
        relations.forEach(walk::unpacked);
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
            case Relation.Aggregate aggregate ->
                aggregate.keys().forEach(key -> makers.put(key.column().id(), key.value()));
            default -> {
                // its columns are no parts of columns
            }
        }
    }

    private void asked(Scalar scalar) {
        if (scalar instanceof Scalar.Member || scalar instanceof Scalar.Element) {
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

    /** Names over unpacked bags are keys of the bags. */
    private void unpacked(Relation relation) {
        if (relation instanceof Relation.Other other
                && other.inputs().size() == 1
                && other.inputs().getFirst() instanceof Relation.Evaluate evaluate
                && "bag_unpack".equals(evaluate.name())
                && !evaluate.arguments().isEmpty()) {
            shape(evaluate.arguments().getFirst(), 0)
                    .ifPresent(shape -> other.made().forEach(column -> shape.at(column.name())));
        }
    }
}

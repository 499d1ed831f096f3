package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.List;

/** The single tests of a query's filters: what stands below {@code and}, {@code or} and {@code not}. */
public final class Predicates {
    private Predicates() {}

    /** Those of all filters that the result reads. */
    public static List<Scalar> of(BoundQuery query) {
        List<Scalar> found = new ArrayList<>();
        List<Relation> relations = query.relation()
                .map(root -> Trees.relations(List.of(root)))
                .orElseGet(() -> query.scalar().map(Trees::relations).orElse(List.of()));
        for (Relation relation : relations) {
            if (relation instanceof Relation.Filter filter) {
                found.addAll(of(filter.predicate()));
            }
        }
        return found;
    }

    /** Those of one predicate, in the order of the text. Constants are none: no event changes them. */
    static List<Scalar> of(Scalar predicate) {
        List<Scalar> found = new ArrayList<>();
        add(predicate, found);
        return found;
    }

    private static void add(Scalar scalar, List<Scalar> found) {
        if (scalar instanceof Scalar.Logical logical) {
            logical.operands().forEach(operand -> add(operand, found));
        } else if (scalar instanceof Scalar.Not not) {
            add(not.operand(), found);
        } else if (!(scalar instanceof Scalar.Constant)) {
            found.add(scalar);
        }
    }
}

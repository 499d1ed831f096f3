package dev.kqlift.lint;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Every scalar of a bound query, outer ones before those inside them, each once; the cells of literal tables are left out. */
final class QueryScalars {
    private QueryScalars() {}

    static List<Scalar> of(BoundQuery query) {
        Set<Scalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Scalar> found = new ArrayList<>();
        for (Relation relation : QueryRelationList.of(query)) {
            if (!(relation instanceof Relation.Rows rows && rows.kind() == Relation.RowsKind.DATATABLE)) {
                Trees.forEachScalar(relation, scalar -> add(scalar, seen, found));
            }
        }
        query.scalar().ifPresent(scalar -> add(scalar, seen, found));
        return found;
    }

    private static void add(Scalar root, Set<Scalar> seen, List<Scalar> found) {
        for (Scalar part : ScalarParts.of(root)) {
            if (seen.add(part)) {
                found.add(part);
            }
        }
    }
}

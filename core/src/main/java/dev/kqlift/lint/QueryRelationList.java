package dev.kqlift.lint;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.List;

/** Every relation of a bound query, those inside scalars and those that the result does not read with them. */
final class QueryRelationList {
    private QueryRelationList() {}

    /** The relations, each once, inputs before the relations that read them. */
    static List<Relation> of(BoundQuery query) {
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        return Trees.relations(roots);
    }
}

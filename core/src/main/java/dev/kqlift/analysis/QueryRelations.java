package dev.kqlift.analysis;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.List;

/** Every relation of a bound query: of its result, of its sub-queries and of tables bound and not read. */
final class QueryRelations {
    private QueryRelations() {}

    /** The relations, each once, inputs before the relations that read them. */
    static List<Relation> of(BoundQuery query) {
        List<Relation> roots = new ArrayList<>(1 + query.unusedRelations().size());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        roots.addAll(query.unusedRelations());
        return Trees.relations(roots);
    }
}

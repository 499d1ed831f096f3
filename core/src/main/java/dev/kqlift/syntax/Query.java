package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;

/** A query: its statements in the order of the text. */
public record Query(List<Statement> statements, Origin origin) {
    public Query {
        statements = List.copyOf(statements);
    }
}

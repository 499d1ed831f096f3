package dev.kqlift.lint;

import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxPrinter;

/** A query in the one layout that is the same for all queries of its meaning in words: without comments and line breaks. */
final class NormalQuery {
    /** A table and one operator: what is shorter is the same in many rules by chance. */
    private static final int LEAST_LINES = 2;

    private NormalQuery() {}

    static String of(Query query) {
        return SyntaxPrinter.print(query);
    }

    /** True for queries that say so much that two of them are not alike by chance. */
    static boolean isTelling(String normal) {
        return normal.lines().count() >= LEAST_LINES;
    }
}

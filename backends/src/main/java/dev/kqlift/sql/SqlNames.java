package dev.kqlift.sql;

import java.util.Locale;
import java.util.Set;

/** Identifiers of the target, always quoted, because the names of KQL have case and may be any text. */
final class SqlNames {
    private SqlNames() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name that is free among the taken ones, which are compared without case as the target does. Takes it. */
    static String free(String wanted, Set<String> taken) {
        String name = wanted.isEmpty() ? "_" : wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** True for a name that the target can take: it has no null character and no half of a surrogate pair. */
    static boolean valid(String name) {
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            if (point == 0 || Character.getType(point) == Character.SURROGATE) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }
}

package dev.kqlift.syntax;

/** Names as they have to be written, in brackets or not. */
final class NamePrinter {
    /** With a dot after it, the lexer takes it for the name of a parameter. */
    private static final String HINT = "hint";

    private NamePrinter() {}

    /** A name that is declared, or used where any free name can stand. */
    static String free(Name name) {
        return free(name.text());
    }

    static String free(String name) {
        return NameWords.free(name) && !steers(name) ? name : Quoting.bracketed(name);
    }

    /** A name that is read. */
    static String read(String name) {
        return member(name) && !steers(name) ? name : Quoting.bracketed(name);
    }

    /** True where a name can follow a dot without brackets. */
    static boolean member(String name) {
        return NameWords.isPlain(name) && NameWords.readable(name) && !HINT.equals(name);
    }

    /** The name of a column that an expression is given. */
    static String column(Name name) {
        return switch (name.text()) {
            case "earliest", "latest", "title", "verbose" -> name.text();
            default -> free(name);
        };
    }

    /** A name before the parenthesis of a call; some words would make a literal of it. */
    static String called(Name name) {
        return switch (name.text()) {
            case "bool", "guid", "typeof" -> Quoting.bracketed(name.text());
            default -> NameWords.free(name.text()) ? name.text() : Quoting.bracketed(name.text());
        };
    }

    /** A word in a place where the grammar takes nothing else: the value of a parameter. */
    static String word(String text) {
        return NameWords.free(text) || "nooptimization".equals(text) ? text : Quoting.bracketed(text);
    }

    /** Names that can be read, but that begin something else in some place, or would join with a dot after them. */
    private static boolean steers(String name) {
        return switch (name) {
            case "alias",
                    "bin",
                    "declare",
                    "default",
                    "entity_group",
                    "evaluate",
                    "from",
                    HINT,
                    "let",
                    "limit",
                    "null",
                    "nulls",
                    "on",
                    "optional",
                    "order",
                    "output",
                    "partition",
                    "range",
                    "restrict",
                    "step",
                    "typeof",
                    "view",
                    "with" -> true;
            default -> false;
        };
    }
}

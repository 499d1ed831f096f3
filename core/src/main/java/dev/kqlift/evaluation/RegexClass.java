package dev.kqlift.evaluation;

import java.util.Map;

/** A class in brackets. */
final class RegexClass {
    /** The classes in brackets and colons: ASCII in Rust, whatever the flags. */
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "0-9A-Za-z"),
            Map.entry("alpha", "A-Za-z"),
            Map.entry("ascii", "\\x00-\\x7f"),
            Map.entry("blank", "\\x09\\x20"),
            Map.entry("cntrl", "\\x00-\\x1f\\x7f"),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "\\x21-\\x7e"),
            Map.entry("lower", "a-z"),
            Map.entry("print", "\\x20-\\x7e"),
            Map.entry("punct", "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e"),
            Map.entry("space", "\\x09-\\x0d\\x20"),
            Map.entry("upper", "A-Z"),
            Map.entry("word", "0-9A-Za-z_"),
            Map.entry("xdigit", "0-9A-Fa-f"));

    private final RegexCursor in;
    private final RegexEscapes escapes;
    private final boolean verbose;

    RegexClass(RegexCursor in, RegexEscapes escapes, boolean verbose) {
        this.in = in;
        this.escapes = escapes;
        this.verbose = verbose;
    }

    /**
     * Reads a class after its opening bracket. A negated one is written as a look-ahead: what {@code ^} means to Java in
     * front of nested classes has changed between its versions.
     */
    String translate() {
        boolean negated = in.take('^');
        StringBuilder union = new StringBuilder();
        boolean first = true;
        while (first || !in.startsWith("]")) {
            skipBlanks();
            if (in.startsWith("&&") || in.startsWith("--") && !first || in.startsWith("~~")) {
                throw in.unsaid("classes are intersected or subtracted");
            }
            union.append(item());
            first = false;
            skipBlanks();
        }
        in.next();
        return negated ? "(?:(?![" + union + "])(?s:.))" : "[" + union + "]";
    }

    private void skipBlanks() {
        while (verbose && !in.atEnd() && Character.isWhitespace(in.peek())) {
            in.next();
        }
    }

    private String item() {
        if (in.startsWith("[:")) {
            return posix();
        }
        if (in.take('[')) {
            String nested = translate();
            if (nested.startsWith("(")) {
                throw in.unsaid("a negated class stands inside of another");
            }
            return nested;
        }
        String low = single();
        if (!in.startsWith("-") || in.startsWith("-]") || in.startsWith("--")) {
            return low;
        }
        in.next();
        String high = single();
        if (isClass(low) || isClass(high)) {
            throw in.wrong("a range has a class at its end");
        }
        return low + "-" + high;
    }

    private String single() {
        return in.take('\\') ? escapes.item() : RegexEscapes.literal(in.next());
    }

    private static boolean isClass(String item) {
        return item.length() > 1 && !item.startsWith("\\x");
    }

    private String posix() {
        in.take("[:");
        boolean negated = in.take('^');
        StringBuilder name = new StringBuilder();
        while (!in.take(":]")) {
            name.appendCodePoint(in.next());
        }
        String characters = POSIX.get(name.toString());
        if (characters == null) {
            throw in.wrong("there is no class [:" + name + ":]");
        }
        return (negated ? "[^" : "[") + characters + "]";
    }
}

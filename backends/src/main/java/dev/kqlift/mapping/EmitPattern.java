package dev.kqlift.mapping;

import dev.kqlift.rendering.Fragment;
import dev.kqlift.rendering.Strengths;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of the target with holes for arguments: {@code substring({0}, {1:add} + 1)}. {@code {n}} takes the argument as it
 * is, {@code {n:strength}} in parentheses unless it binds at least so tightly, {@code {n...}} all arguments from there on
 * with commas between; {@code {n!}} takes the argument and leaves it out. Braces of the target are doubled.
 */
public final class EmitPattern {
    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Hole(int argument, int required) implements Piece {}

    private record Rest(int from) implements Piece {}

    private record Unused(int argument) implements Piece {}

    private final String source;
    private final List<Piece> pieces;
    private final int strength;
    private final int arguments;
    private final boolean variadic;

    private EmitPattern(String source, List<Piece> pieces, int strength) {
        this.source = source;
        this.pieces = List.copyOf(pieces);
        this.strength = strength;
        int count = 0;
        boolean rest = false;
        for (Piece piece : pieces) {
            switch (piece) {
                case Literal literal -> {}
                case Hole hole -> count = Math.max(count, hole.argument() + 1);
                case Unused unused -> count = Math.max(count, unused.argument() + 1);
                case Rest all -> {
                    rest = true;
                    count = Math.max(count, all.from());
                }
            }
        }
        this.arguments = count;
        this.variadic = rest;
    }

    /**
     * Reads a pattern.
     *
     * @param strength how tightly its outermost operator binds
     * @throws IllegalArgumentException when it is not well-formed
     */
    public static EmitPattern parse(String source, Strengths strengths, int strength) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean doubled = i + 1 < source.length() && source.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                literal.append(c);
                i++;
            } else if (c == '}') {
                throw new IllegalArgumentException("a closing brace without an opening one in `" + source + "`");
            } else if (c == '{') {
                int end = source.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("a hole is not closed in `" + source + "`");
                }
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
                pieces.add(hole(source.substring(i + 1, end), strengths));
                i = end;
            } else {
                literal.append(c);
            }
        }
        pieces.add(new Literal(literal.toString()));
        return new EmitPattern(source, pieces, strength);
    }

    private static Piece hole(String text, Strengths strengths) {
        if (text.matches("\\d{1,2}!")) {
            return new Unused(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
        boolean rest = text.endsWith("...");
        String body = rest ? text.substring(0, text.length() - 3) : text;
        int colon = body.indexOf(':');
        String number = colon < 0 ? body : body.substring(0, colon);
        if (!number.matches("\\d{1,2}") || rest && colon >= 0) {
            throw new IllegalArgumentException("`{" + text + "}` is no hole");
        }
        int argument = Integer.parseInt(number);
        return rest ? new Rest(argument) : new Hole(argument, colon < 0 ? 0 : strengths.of(body.substring(colon + 1)));
    }

    /** The pattern as the table has it. */
    public String source() {
        return source;
    }

    /** True when the pattern has a place for every one of so many arguments. */
    public boolean takes(int count) {
        return variadic ? count >= arguments : count == arguments;
    }

    /** The text with the arguments filled in. */
    public Fragment fill(List<Fragment> values) {
        StringBuilder result = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Literal literal -> result.append(literal.text());
                case Unused unused -> {}
                case Hole hole -> result.append(values.get(hole.argument()).in(hole.required()));
                case Rest rest -> {
                    for (int i = rest.from(); i < values.size(); i++) {
                        result.append(i > rest.from() ? ", " : "")
                                .append(values.get(i).in(0));
                    }
                }
            }
        }
        return new Fragment(result.toString(), strength);
    }
}

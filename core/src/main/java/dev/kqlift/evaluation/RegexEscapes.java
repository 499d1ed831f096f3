package dev.kqlift.evaluation;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a backslash stands for, inside and outside of a class. */
final class RegexEscapes {
    private static final String CATEGORIES =
            " L Lu Ll Lt LC Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co ";

    private final RegexCursor in;

    RegexEscapes(RegexCursor in) {
        this.in = in;
    }

    /** A character that stands for itself, in a form that means nothing else to Java. */
    static String literal(int c) {
        boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return plain ? String.valueOf((char) c) : "\\x{" + Integer.toHexString(c) + "}";
    }

    /** Reads what follows a backslash: a character or a class, as Java writes it. */
    String item() {
        int c = in.next();
        return switch (c) {
            case 'd', 'D', 's', 'S', 'w', 'W' -> "\\" + (char) c;
            case 'n' -> literal('\n');
            case 't' -> literal('\t');
            case 'r' -> literal('\r');
            case 'f' -> literal('\f');
            case 'a' -> literal(7);
            case 'v' -> literal(11);
            case 'x' -> literal(number(2));
            case 'u' -> literal(number(4));
            case 'U' -> literal(number(8));
            case '0' -> literal(octal());
            case 'p' -> property(false);
            case 'P' -> property(true);
            default -> {
                if (c >= 128 || Character.isLetterOrDigit(c)) {
                    throw in.wrong("\\" + Character.toString(c) + " means nothing");
                }
                yield literal(c);
            }
        };
    }

    private int number(int digits) {
        StringBuilder hex = new StringBuilder();
        if (in.take('{')) {
            while (!in.take('}')) {
                hex.appendCodePoint(in.next());
            }
        } else {
            for (int i = 0; i < digits; i++) {
                hex.appendCodePoint(in.next());
            }
        }
        try {
            int c = Integer.parseInt(hex.toString(), 16);
            if (Character.isValidCodePoint(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return c;
            }
        } catch (NumberFormatException notHex) {
            throw in.wrong("a character number is not hexadecimal");
        }
        throw in.wrong("there is no character of that number");
    }

    /** The character of an octal number of at most three digits, of which the first, a zero, is read. */
    private int octal() {
        int number = 0;
        for (int i = 1; i < 3 && !in.atEnd() && in.peek() >= '0' && in.peek() <= '7'; i++) {
            number = number * 8 + in.next() - '0';
        }
        return number;
    }

    private String property(boolean negated) {
        String name = Character.toString(in.next());
        if (name.equals("{")) {
            StringBuilder text = new StringBuilder();
            while (!in.take('}')) {
                text.appendCodePoint(in.next());
            }
            name = text.toString();
        }
        String java = CATEGORIES.contains(" " + name + " ") ? name : "Is" + name;
        String written = (negated ? "\\P{" : "\\p{") + java + "}";
        try {
            if (name.matches("[A-Za-z_]+")) {
                return Pattern.compile(written).pattern();
            }
        } catch (PatternSyntaxException unknown) {
            throw in.unsaid("the Unicode class " + name + " is not known here");
        }
        throw in.unsaid("the Unicode class " + name + " is not known here");
    }
}

package dev.kqlift.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Tokens in the words of people. */
final class TokenWords {
    /** What can follow a statement that could end here; the parser names only the last two. */
    static final String AFTER_STATEMENT = "an operator, `|`, `;` or the end of the query";

    private static final int LONGEST_QUOTE = 40;
    private static final int MOST_ALTERNATIVES = 6;

    private TokenWords() {}

    static String found(Token token) {
        return token.getType() == Token.EOF ? "the end of the query" : quoted(token.getText());
    }

    static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "`" + shown.replace("\r", "").replace("\n", "⏎") + "`";
    }

    /** What may stand at a place: sets that mean an expression or an operator are named as such. */
    static String expected(IntervalSet set) {
        List<String> words = new ArrayList<>();
        boolean expression = set.contains(KqlLexer.IDENTIFIER) && set.contains(KqlLexer.LPAREN);
        boolean operators =
                set.contains(KqlLexer.EXTEND) && set.contains(KqlLexer.WHERE) && set.contains(KqlLexer.SUMMARIZE);
        boolean infix = set.contains(KqlLexer.AND) && set.contains(KqlLexer.TEXT_OPERATOR);
        if (operators && !expression) {
            words.add("a query operator (`where`, `project`, `summarize`, …)");
        }
        if (expression) {
            words.add("an expression");
        } else if (set.contains(KqlLexer.IDENTIFIER) && !operators) {
            words.add("a name");
        }
        if (set.contains(KqlLexer.STRING_LITERAL) && !expression) {
            words.add("a string");
        }
        for (int type : set.toArray()) {
            String literal = literalWord(type);
            boolean covered = expression && startsExpression(type)
                    || operators && startsOperator(type)
                    || infix && isInfix(type)
                    || literal == null
                    || set.contains(KqlLexer.IDENTIFIER) && isSoftKeyword(type);
            if (!covered) {
                words.add(literal);
            }
        }
        if (infix) {
            words.add("an operator such as `and`, `==`, `+`");
        }
        if (set.contains(Token.EOF)) {
            words.add("the end of the query");
        }
        if (words.isEmpty()) {
            return "something else";
        }
        if (words.size() > MOST_ALTERNATIVES) {
            return String.join(", ", words.subList(0, MOST_ALTERNATIVES)) + ", …";
        }
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    private static @Nullable String literalWord(int type) {
        String literal = type <= 0 ? null : KqlLexer.VOCABULARY.getLiteralName(type);
        if (literal != null) {
            return "`" + literal.substring(1, literal.length() - 1) + "`";
        }
        return switch (type) {
            case KqlLexer.WHERE -> "`where`";
            case KqlLexer.ASC -> "`asc`";
            case KqlLexer.DESC -> "`desc`";
            case KqlLexer.MV_EXPAND -> "`mv-expand`";
            case KqlLexer.TYPE_NAME -> "a type";
            default -> null;
        };
    }

    private static boolean startsExpression(int type) {
        return switch (type) {
            case KqlLexer.LPAREN,
                    KqlLexer.LBRACKET,
                    KqlLexer.LBRACE,
                    KqlLexer.PLUS,
                    KqlLexer.MINUS,
                    KqlLexer.STAR,
                    KqlLexer.DYNAMIC,
                    KqlLexer.TOSCALAR,
                    KqlLexer.TOTABLE,
                    KqlLexer.MATERIALIZE,
                    KqlLexer.DATATABLE,
                    KqlLexer.EXTERNALDATA,
                    KqlLexer.TYPEOF,
                    KqlLexer.TRUE,
                    KqlLexer.FALSE,
                    KqlLexer.PRINT,
                    KqlLexer.UNION,
                    KqlLexer.SEARCH,
                    KqlLexer.FIND,
                    KqlLexer.MACRO_EXPAND -> true;
            default -> isSoftKeyword(type);
        };
    }

    private static boolean startsOperator(int type) {
        return type >= KqlLexer.ACCESS && type <= KqlLexer.WITH && type != KqlLexer.AS && type != KqlLexer.BY;
    }

    private static boolean isInfix(int type) {
        return type >= KqlLexer.ASSIGN && type <= KqlLexer.OR
                || type == KqlLexer.COLON
                || type == KqlLexer.DOT
                || type == KqlLexer.LBRACKET
                || type == KqlLexer.LPAREN;
    }

    private static boolean isSoftKeyword(int type) {
        return type >= KqlLexer.ACCESS && type <= KqlLexer.WITH && type != KqlLexer.AS && type != KqlLexer.BY
                || type == KqlLexer.HINT
                || type == KqlLexer.PARAMETER_NAME
                || type == KqlLexer.DECLARED_ONLY;
    }
}

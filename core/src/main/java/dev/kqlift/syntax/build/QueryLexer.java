package dev.kqlift.syntax.build;

import dev.kqlift.grammar.KqlGrammar;
import dev.kqlift.grammar.KqlLexer;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.QueryToken;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Cuts a query into the pieces that a page colours, whether it parses or not. */
public final class QueryLexer {
    private final String text;
    private final List<QueryToken> found = new ArrayList<>();

    private QueryLexer(String text) {
        this.text = text;
    }

    /** The tokens and comments of a text in its order; white space is in none of them. */
    public static List<QueryToken> tokens(String text) {
        QueryLexer lexer = new QueryLexer(text);
        lexer.read(KqlGrammar.tokens(text));
        return List.copyOf(lexer.found);
    }

    private void read(List<Token> tokens) {
        int behind = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean last = token.getType() == Token.EOF;
            int start = last ? text.length() : token.getStartIndex();
            comments(behind, start);
            if (last) {
                return;
            }
            int end = token.getStopIndex() + 1;
            behind = end;
            boolean called = i + 1 < tokens.size()
                    && tokens.get(i + 1).getType() == KqlLexer.LPAREN
                    && isWord(text.charAt(start));
            add(kind(token.getType(), called, text.charAt(start)), start, end);
        }
    }

    /** The lexer drops comments, so that they are what stands between tokens and is no white space. */
    private void comments(int start, int end) {
        int from = start;
        while (from < end) {
            char c = text.charAt(from);
            if (c == '/' || c == '#') {
                int stop = from;
                while (stop < end && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
                    stop++;
                }
                add(QueryToken.Kind.COMMENT, from, stop);
                from = stop;
            } else {
                from++;
            }
        }
    }

    private void add(QueryToken.Kind kind, int start, int end) {
        found.add(new QueryToken(kind, new Span(start, end)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static QueryToken.Kind kind(int type, boolean called, char first) {
        return switch (type) {
            case KqlLexer.STRING_LITERAL -> QueryToken.Kind.TEXT;
            case KqlLexer.BAD_STRING, KqlLexer.BAD_VERBATIM, KqlLexer.BAD_NAME, KqlLexer.BAD_CHARACTER ->
                QueryToken.Kind.WRONG;
            case KqlLexer.DATETIME_LITERAL,
                    KqlLexer.TIMESPAN_LITERAL,
                    KqlLexer.LONG_LITERAL,
                    KqlLexer.INT_LITERAL,
                    KqlLexer.REAL_LITERAL,
                    KqlLexer.DECIMAL_LITERAL,
                    KqlLexer.BOOL_LITERAL,
                    KqlLexer.GUID_LITERAL,
                    KqlLexer.TRUE,
                    KqlLexer.FALSE,
                    KqlLexer.NULL -> QueryToken.Kind.NUMBER;
            case KqlLexer.IDENTIFIER,
                    KqlLexer.TYPE_NAME,
                    KqlLexer.PARAMETER_NAME,
                    KqlLexer.DECLARED_ONLY,
                    KqlLexer.RESERVED,
                    KqlLexer.HINT,
                    KqlLexer.BIN,
                    KqlLexer.COUNT,
                    KqlLexer.PACK,
                    KqlLexer.DYNAMIC,
                    KqlLexer.DATATABLE,
                    KqlLexer.MATERIALIZE,
                    KqlLexer.TOSCALAR,
                    KqlLexer.TOTABLE,
                    KqlLexer.VIEW -> called ? QueryToken.Kind.FUNCTION : QueryToken.Kind.NAME;
            case KqlLexer.AND,
                    KqlLexer.OR,
                    KqlLexer.IN,
                    KqlLexer.SET_OPERATOR,
                    KqlLexer.BETWEEN,
                    KqlLexer.TEXT_OPERATOR -> QueryToken.Kind.OPERATOR;
            case KqlLexer.PIPE,
                    KqlLexer.SEMICOLON,
                    KqlLexer.COMMA,
                    KqlLexer.COLON,
                    KqlLexer.DOT,
                    KqlLexer.LPAREN,
                    KqlLexer.RPAREN,
                    KqlLexer.LBRACKET,
                    KqlLexer.RBRACKET,
                    KqlLexer.LBRACE,
                    KqlLexer.RBRACE -> QueryToken.Kind.PUNCTUATION;
            default -> isWord(first) ? QueryToken.Kind.KEYWORD : QueryToken.Kind.OPERATOR;
        };
    }
}

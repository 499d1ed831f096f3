package dev.kqlift.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Parses KQL. Safe for threads; prints nothing. */
public final class KqlGrammar {
    /** Brackets nested more deeply than this are refused: no real rule comes near, and the stack stays bounded. */
    public static final int MAX_DEPTH = 400;

    private KqlGrammar() {}

    /** The tokens of a text and the end mark behind them; white space and comments are in none. */
    public static List<Token> tokens(String text) {
        return lexed(text).getTokens();
    }

    private static CommonTokenStream lexed(String text) {
        KqlLexer lexer = new KqlLexer(new Utf16CharStream(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    /**
     * Parses the text of a query.
     *
     * @param text the query, in UTF-16 units as Java strings are; positions in the outcome count in them
     */
    public static ParseOutcome parse(String text) {
        CommonTokenStream tokens = lexed(text);
        List<SyntaxError> errors = new ArrayList<>();
        Optional<SyntaxError> tooDeep = checkTokens(tokens.getTokens(), errors);
        if (tooDeep.isPresent()) {
            return new ParseOutcome(Optional.empty(), List.of(tooDeep.get()), false);
        }
        KqlParser parser = new KqlParser(tokens);
        parser.removeErrorListeners();
        if (errors.isEmpty()) {
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            parser.setErrorHandler(new BailErrorStrategy());
            try {
                return new ParseOutcome(Optional.of(parser.query()), List.of(), false);
            } catch (ParseCancellationException failed) {
                tokens.seek(0);
                parser.reset();
            }
        }
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new RecoveringStrategy());
        SyntaxErrorCollector collector = new SyntaxErrorCollector(errors);
        parser.addErrorListener(collector);
        KqlParser.QueryContext tree = parser.query();
        return new ParseOutcome(Optional.of(tree), collector.sorted(), true);
    }

    /** The comments of a text, whether it parses or not; what stands in a string is none. */
    public static List<Comment> comments(String text) {
        List<Comment> comments = new ArrayList<>();
        KqlLexer lexer = new KqlLexer(new Utf16CharStream(text)) {
            @Override
            public void skip() {
                super.skip();
                if (text.startsWith("//", _tokenStartCharIndex)) {
                    comments.add(new Comment(_tokenStartCharIndex, getCharIndex()));
                }
            }
        };
        lexer.removeErrorListeners();
        while (lexer.nextToken().getType() != Token.EOF) {
            // The comments lie between the tokens.
        }
        return List.copyOf(comments);
    }

    /** Collects the errors of single tokens; gives the error that forbids parsing at all. */
    private static Optional<SyntaxError> checkTokens(List<Token> tokens, List<SyntaxError> errors) {
        int depth = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case KqlLexer.LPAREN, KqlLexer.LBRACKET, KqlLexer.LBRACE -> {
                    depth++;
                    if (depth > MAX_DEPTH) {
                        return Optional.of(new SyntaxError(
                                SyntaxError.Kind.TOO_DEEP,
                                token.getStartIndex(),
                                token.getStopIndex() + 1,
                                "brackets are nested more than " + MAX_DEPTH + " deep; split the query with `let`"));
                    }
                }
                case KqlLexer.RPAREN, KqlLexer.RBRACKET, KqlLexer.RBRACE -> depth = Math.max(0, depth - 1);
                case KqlLexer.BAD_STRING, KqlLexer.BAD_VERBATIM -> errors.add(badString(token));
                case KqlLexer.BAD_CHARACTER ->
                    errors.add(new SyntaxError(
                            SyntaxError.Kind.BAD_CHARACTER,
                            token.getStartIndex(),
                            token.getStopIndex() + 1,
                            "no token of KQL begins with " + TokenWords.quoted(token.getText())
                                    + "; remove it or put it into a string"));
                case KqlLexer.BAD_NAME ->
                    errors.add(new SyntaxError(
                            SyntaxError.Kind.UNEXPECTED,
                            token.getStartIndex(),
                            token.getStopIndex() + 1,
                            "the name " + TokenWords.quoted(token.getText()) + " has to be written in brackets: ['"
                                    + token.getText() + "']"));
                default -> {
                    // every other token is the parser's
                }
            }
        }
        return Optional.empty();
    }

    private static SyntaxError badString(Token token) {
        String text = token.getText();
        char last = text.charAt(text.length() - 1);
        int quote =
                text.indexOf('"') < 0 || text.indexOf('\'') >= 0 && text.indexOf('\'') < text.indexOf('"') ? '\'' : '"';
        boolean closed = text.length() > 1 && last == quote && token.getType() == KqlLexer.BAD_STRING;
        int escape = closed ? badEscape(text) : -1;
        if (escape >= 0) {
            int start = token.getStartIndex() + escape;
            return new SyntaxError(
                    SyntaxError.Kind.BAD_STRING,
                    start,
                    start + 2,
                    "the string has the unknown escape " + TokenWords.quoted(text.substring(escape, escape + 2))
                            + "; double the backslash, or write @\"…\"");
        }
        return new SyntaxError(
                SyntaxError.Kind.BAD_STRING,
                token.getStartIndex(),
                token.getStopIndex() + 1,
                "the string is not closed on its line; add the closing quote");
    }

    /** The offset of the first escape that no string may hold, or -1. */
    private static int badEscape(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                continue;
            }
            char kind = text.charAt(i + 1);
            int digits = switch (kind) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            if (digits == 0 && "'\"\\abfnrtv01234567".indexOf(kind) < 0 || !hexDigits(text, i + 2, digits)) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static boolean hexDigits(String text, int from, int count) {
        if (from + count > text.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}

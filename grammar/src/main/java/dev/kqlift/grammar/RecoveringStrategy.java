package dev.kqlift.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Goes on after an error, and says errors in words. */
final class RecoveringStrategy extends DefaultErrorStrategy {
    static final String MISSING_SEMICOLON = "a statement has to end with `;`";

    @Override
    protected void reportNoViableAlternative(Parser parser, NoViableAltException exception) {
        report(parser, exception.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    protected void reportInputMismatch(Parser parser, InputMismatchException exception) {
        report(parser, exception.getOffendingToken(), exception.getExpectedTokens());
    }

    @Override
    protected void reportFailedPredicate(Parser parser, FailedPredicateException exception) {
        report(parser, exception.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    /** A `|` or a `;` is never the token too many: the keyword behind it would be read as a name. */
    @Override
    protected @Nullable Token singleTokenDeletion(Parser parser) {
        int next = parser.getCurrentToken().getType();
        return next == KqlLexer.PIPE || next == KqlLexer.SEMICOLON ? null : super.singleTokenDeletion(parser);
    }

    private static void report(Parser parser, Token found, IntervalSet expected) {
        int index = found.getTokenIndex();
        Token before = index > 0 ? parser.getTokenStream().get(index - 1) : null;
        if (found.getType() == KqlLexer.PIPE
                && expected.contains(KqlLexer.ASSIGN)
                && before != null
                && before.getType() == KqlLexer.IDENTIFIER
                && startsLine(parser, before)) {
            // `render timechart ⏎ T ⏎ | where …`: the word at the start of the line is not the name of a property.
            parser.notifyErrorListeners(before, missingSemicolon(before), null);
            return;
        }
        parser.notifyErrorListeners(found, message(parser, found, before, expected), null);
    }

    private static boolean startsLine(Parser parser, Token token) {
        return token.getTokenIndex() > 0
                && parser.getTokenStream().get(token.getTokenIndex() - 1).getLine() < token.getLine();
    }

    private static String missingSemicolon(Token found) {
        return MISSING_SEMICOLON + " before " + TokenWords.found(found)
                + " begins; if it belongs to the same query, a `|` or an operator is missing";
    }

    private static String message(Parser parser, Token found, @Nullable Token before, IntervalSet expected) {
        String text = TokenWords.found(found);
        boolean statementCouldEnd = expected.contains(KqlLexer.SEMICOLON) && expected.contains(Token.EOF)
                || expected.size() == 1 && expected.contains(Token.EOF);
        if (found.getType() == KqlLexer.PIPE && (before == null || before.getType() == KqlLexer.SEMICOLON)) {
            return "found `|` where a statement begins, expected a table before it"
                    + (before == null ? "" : "; remove the `;` if the query goes on");
        }
        if (!statementCouldEnd || before == null) {
            return "found " + text + ", expected " + TokenWords.expected(expected);
        }
        return switch (found.getType()) {
            case KqlLexer.LET -> missingSemicolon(found);
            case KqlLexer.IDENTIFIER,
                    KqlLexer.UNION,
                    KqlLexer.SEARCH,
                    KqlLexer.FIND,
                    KqlLexer.PRINT,
                    KqlLexer.DATATABLE,
                    KqlLexer.EXTERNALDATA,
                    KqlLexer.SET,
                    KqlLexer.LPAREN ->
                startsLine(parser, found)
                        ? missingSemicolon(found)
                        : "found " + text + " right after " + TokenWords.found(before)
                                + ", expected an operator, `,`, `|`, `;` or the end of the query between them";
            case KqlLexer.IN, KqlLexer.SET_OPERATOR, KqlLexer.BETWEEN ->
                text + " takes what it compares with in parentheses: " + text.substring(0, text.length() - 1) + " (…)`";
            case KqlLexer.ASSIGN -> "found `=`, expected " + TokenWords.AFTER_STATEMENT + "; to compare, write `==`";
            case KqlLexer.RPAREN, KqlLexer.RBRACKET, KqlLexer.RBRACE ->
                "found " + text + " without the bracket that it closes";
            default -> "found " + text + ", expected " + TokenWords.AFTER_STATEMENT;
        };
    }
}

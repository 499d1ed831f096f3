package dev.kqlift.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.FailedPredicateException;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

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

    private static void report(Parser parser, Token found, IntervalSet expected) {
        parser.notifyErrorListeners(found, message(found, expected), null);
    }

    private static String message(Token found, IntervalSet expected) {
        boolean statementCouldEnd = expected.contains(KqlLexer.SEMICOLON) && expected.contains(Token.EOF)
                || expected.size() == 1 && expected.contains(Token.EOF);
        boolean startsStatement =
                switch (found.getType()) {
                    case KqlLexer.IDENTIFIER, KqlLexer.LET, KqlLexer.UNION, KqlLexer.SEARCH, KqlLexer.FIND, KqlLexer.PRINT,
                            KqlLexer.DATATABLE, KqlLexer.SET, KqlLexer.LPAREN -> true;
                    default -> false;
                };
        if (statementCouldEnd && startsStatement) {
            return MISSING_SEMICOLON + " before " + TokenWords.found(found)
                    + " begins; if it belongs to the same query, a `|` or an operator is missing";
        }
        return "found " + TokenWords.found(found) + ", expected " + TokenWords.expected(expected);
    }
}

package dev.kqlift.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Gathers the parser's errors beside those of single tokens. */
final class SyntaxErrorCollector extends BaseErrorListener {
    private static final int MOST = 50;

    private final List<SyntaxError> errors;
    private final List<SyntaxError> tokenErrors;
    private int lastError = -1;

    SyntaxErrorCollector(List<SyntaxError> tokenErrors) {
        this.tokenErrors = List.copyOf(tokenErrors);
        this.errors = new ArrayList<>(tokenErrors);
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException exception) {
        Token token = (Token) offendingSymbol;
        if (isConsequence((Parser) recognizer, token)) {
            return;
        }
        int start = token.getStartIndex();
        int end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
        // A bad token already has its own error, and says it better.
        boolean known =
                tokenErrors.stream().anyMatch(error -> error.start() < Math.max(end, start + 1) && error.end() > start);
        if (!known && errors.size() < MOST) {
            SyntaxError.Kind kind = message.startsWith(RecoveringStrategy.MISSING_SEMICOLON)
                    ? SyntaxError.Kind.MISSING_SEMICOLON
                    : SyntaxError.Kind.UNEXPECTED;
            errors.add(new SyntaxError(kind, start, end, message));
        }
    }

    /** After an error, what does not fit before the next operator or statement is mostly a consequence of it. */
    private boolean isConsequence(Parser parser, Token token) {
        int from = lastError;
        lastError = Math.max(lastError, token.getTokenIndex());
        if (from < 0) {
            return false;
        }
        for (int i = from; i < token.getTokenIndex(); i++) {
            int type = parser.getTokenStream().get(i).getType();
            if (type == KqlLexer.PIPE || type == KqlLexer.SEMICOLON) {
                return false;
            }
        }
        return true;
    }

    List<SyntaxError> sorted() {
        List<SyntaxError> all = new ArrayList<>(errors);
        all.sort(Comparator.comparingInt(SyntaxError::start));
        return all;
    }
}

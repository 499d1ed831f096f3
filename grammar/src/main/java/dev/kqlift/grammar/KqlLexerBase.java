package dev.kqlift.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Splits {@code 1..5} into a number and a range sign, which a lexer that takes the longest match cannot. */
abstract class KqlLexerBase extends Lexer {
    private static final int RANGE_SIGN_LENGTH = 2;

    private @Nullable Token pending;

    KqlLexerBase(CharStream input) {
        super(input);
    }

    @Override
    public final Token nextToken() {
        Token waiting = pending;
        if (waiting != null) {
            pending = null;
            return waiting;
        }
        Token token = super.nextToken();
        if (token.getType() == KqlLexer.LONG_DOTDOT) {
            CommonToken number = (CommonToken) token;
            int last = number.getStopIndex();
            CommonToken sign = new CommonToken(number);
            sign.setType(KqlLexer.DOTDOT);
            sign.setStartIndex(last - RANGE_SIGN_LENGTH + 1);
            sign.setCharPositionInLine(
                    number.getCharPositionInLine() + last - RANGE_SIGN_LENGTH + 1 - number.getStartIndex());
            number.setType(KqlLexer.LONG_LITERAL);
            number.setStopIndex(last - RANGE_SIGN_LENGTH);
            pending = sign;
        }
        return token;
    }
}

package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into the queries between its blank lines, as Microsoft's query editors do. */
public final class QueryBlocks {
    private QueryBlocks() {}

    /**
     * The blocks of lines between lines of white space, without those lines. A block of comments alone is no query: it
     * goes with the query after it, or with the one before it at the end of the text. A text without any query gives
     * none.
     */
    public static List<EmbeddedText> split(EmbeddedText query) {
        String text = query.text();
        List<EmbeddedText> blocks = new ArrayList<>();
        int start = -1;
        int end = 0;
        int lastStart = 0;
        boolean hasCode = false;
        int line = 0;
        while (line < text.length()) {
            int lineEnd = Lines.end(text, line, text.length());
            int content = contentStart(text, line, lineEnd);
            if (content == lineEnd) {
                if (hasCode) {
                    blocks.add(query.slice(start, end));
                    lastStart = start;
                    start = -1;
                    hasCode = false;
                }
            } else {
                start = start < 0 ? line : start;
                end = lineEnd;
                hasCode |= !text.startsWith("//", content);
            }
            line = Lines.next(text, lineEnd);
        }
        if (hasCode) {
            blocks.add(query.slice(start, end));
        } else if (start >= 0 && !blocks.isEmpty()) {
            blocks.set(blocks.size() - 1, query.slice(lastStart, end));
        }
        return List.copyOf(blocks);
    }

    private static int contentStart(String text, int from, int to) {
        int i = from;
        while (i < to && isWhite(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isWhite(char c) {
        return Character.isWhitespace(c) || InvisibleCharacters.isInvisible(c);
    }
}

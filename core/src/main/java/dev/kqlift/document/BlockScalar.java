package dev.kqlift.document;

import dev.kqlift.source.Span;
import java.util.Arrays;

/** Reads literal and folded block scalars of YAML with the place of each character. */
final class BlockScalar {
    private final String file;
    private final int limit;
    private final boolean folded;
    private final RunBuilder runs;
    /** Offsets of the line breaks since the last line with content. */
    private int[] breaks = new int[8];

    private int breakCount;
    private boolean anyContent;
    private boolean lastIsIndentedMore;

    private BlockScalar(String file, int limit, boolean folded, RunBuilder runs) {
        this.file = file;
        this.limit = limit;
        this.folded = folded;
        this.runs = runs;
    }

    /**
     * Reads the scalar again; the value that the YAML library gave tells the indentation and how the end is chomped.
     */
    static boolean read(String file, Datum.Scalar scalar, boolean folded, RunBuilder runs) {
        Span span = ScalarText.properties(file, scalar.span());
        int start = Lines.next(file, Lines.end(file, span.start(), span.end()));
        BlockScalar block = new BlockScalar(file, span.end(), folded, runs);
        block.lines(start, indentation(file, start, span.end(), scalar.value()));
        return block.chomp(scalar.value().length() - runs.length());
    }

    /**
     * Reads the lines of a block that was cut out of broken YAML. The block ends with its last line break.
     *
     * @param indentation the number of spaces or tabs that each line loses
     */
    static void readCut(String file, Span lines, int indentation, boolean folded, RunBuilder runs) {
        BlockScalar block = new BlockScalar(file, lines.end(), folded, runs);
        block.lines(lines.start(), indentation);
        block.chomp(Math.min(1, block.breakCount));
    }

    /**
     * Each empty line before the content is a line feed of the value, so that the first line with content is known;
     * it has
     * the indentation and then the spaces with which the value's own line begins.
     */
    private static int indentation(String file, int start, int limit, String value) {
        int first = 0;
        int line = start;
        while (first < value.length() && value.charAt(first) == '\n') {
            line = Lines.next(file, Lines.end(file, line, limit));
            first++;
        }
        int own = Lines.skipSpaces(value, first, value.length()) - first;
        int leading = Lines.skipSpaces(file, line, limit) - line;
        return Math.max(0, leading - own);
    }

    private void lines(int start, int indentation) {
        int line = start;
        while (line < limit) {
            int end = Lines.end(file, line, limit);
            int content = line;
            while (content < end && content < line + indentation && isBlank(file.charAt(content))) {
                content++;
            }
            if (content < end) {
                if (content < line + indentation) {
                    return;
                }
                content(content, end);
            }
            if (end < file.length()) {
                addBreak(end);
            }
            if (end == limit) {
                return;
            }
            line = Lines.next(file, end);
        }
    }

    private void content(int from, int to) {
        boolean indentedMore = isBlank(file.charAt(from));
        int next = 0;
        if (folded && anyContent && !lastIsIndentedMore && !indentedMore) {
            // One break between two ordinary lines folds into a space; of several, the first is dropped.
            if (breakCount == 1) {
                runs.append(' ', breaks[0]);
            }
            next = 1;
        }
        for (int i = next; i < breakCount; i++) {
            runs.append('\n', breaks[i]);
        }
        breakCount = 0;
        runs.append(file, from, to);
        anyContent = true;
        lastIsIndentedMore = indentedMore;
    }

    private void addBreak(int offset) {
        if (breakCount == breaks.length) {
            breaks = Arrays.copyOf(breaks, breakCount * 2);
        }
        breaks[breakCount++] = offset;
    }

    private boolean chomp(int kept) {
        if (kept < 0 || kept > breakCount) {
            return false;
        }
        for (int i = 0; i < kept; i++) {
            runs.append('\n', breaks[i]);
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

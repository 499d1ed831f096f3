package dev.kqlift.execution;

import dev.kqlift.types.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** CSV by RFC 4180 with a header, read as it comes. */
final class CsvRows {
    private static final int END = -1;

    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int place;
    private int size;

    private CsvRows(Reader text) {
        this.text = text;
    }

    /** Hands the rows on by the names of the header. */
    static void read(Reader text, RowBuilder into) throws IOException, InputException {
        CsvRows reader = new CsvRows(text);
        if (reader.peek() == END) {
            return;
        }
        List<String> header = reader.record();
        for (int number = 1; reader.peek() != END; ) {
            List<String> fields = reader.record();
            if (fields.size() == 1 && fields.getFirst().isEmpty()) {
                continue;
            }
            if (fields.size() != header.size()) {
                throw new InputException(
                        "row " + number + " has " + fields.size() + " fields, the header " + header.size());
            }
            into.begin();
            for (int i = 0; i < fields.size(); i++) {
                into.put(header.get(i), into.shared().of(new Value.Text(fields.get(i))));
            }
            number++;
        }
    }

    /** The next character, which stays there; -1 at the end. */
    private int peek() throws IOException, InputException {
        if (place >= size) {
            size = text.read(buffer);
            place = 0;
            for (int i = 0; i < size; i++) {
                if (buffer[i] == 0) {
                    throw new InputException("it is no text: it has a character of code 0");
                }
            }
        }
        return size <= 0 ? END : buffer[place];
    }

    private List<String> record() throws IOException, InputException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(peek() == '"' ? quoted() : plain());
            int end = peek();
            place++;
            if (end == '\r' && peek() == '\n') {
                place++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String plain() throws IOException, InputException {
        StringBuilder out = new StringBuilder();
        for (int c = peek(); c != END && c != ',' && c != '\r' && c != '\n'; c = peek()) {
            out.append((char) c);
            place++;
        }
        return out.toString();
    }

    private String quoted() throws IOException, InputException {
        StringBuilder out = new StringBuilder();
        place++;
        for (int c = peek(); c != END; c = peek()) {
            place++;
            if (c != '"') {
                out.append((char) c);
            } else if (peek() == '"') {
                out.append('"');
                place++;
            } else {
                return out.toString();
            }
        }
        throw new InputException("a quote is not closed");
    }
}

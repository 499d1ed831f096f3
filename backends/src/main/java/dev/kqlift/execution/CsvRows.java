package dev.kqlift.execution;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CSV by RFC 4180 with a header. */
final class CsvRows {
    private final String text;
    private int place;

    private CsvRows(String text) {
        this.text = text;
    }

    /** The rows by the names of the header. */
    static List<Map<String, Value>> read(String text) throws InputException {
        CsvRows reader = new CsvRows(text.startsWith("\ufeff") ? text.substring(1) : text);
        List<Map<String, Value>> rows = new ArrayList<>();
        if (reader.place >= reader.text.length()) {
            return rows;
        }
        List<String> header = reader.record();
        while (reader.place < reader.text.length()) {
            List<String> fields = reader.record();
            if (fields.size() == 1 && fields.getFirst().isEmpty()) {
                continue;
            }
            if (fields.size() != header.size()) {
                throw new InputException(
                        "row " + (rows.size() + 1) + " has " + fields.size() + " fields, the header " + header.size());
            }
            Map<String, Value> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(header.get(i), new Value.Text(fields.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> record() throws InputException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (place >= text.length()) {
                return fields;
            }
            char end = text.charAt(place++);
            if (end == '\r' && place < text.length() && text.charAt(place) == '\n') {
                end = text.charAt(place++);
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String field() throws InputException {
        if (place >= text.length() || text.charAt(place) != '"') {
            int start = place;
            while (place < text.length() && ",\r\n".indexOf(text.charAt(place)) < 0) {
                place++;
            }
            return text.substring(start, place);
        }
        StringBuilder out = new StringBuilder();
        place++;
        while (place < text.length()) {
            char c = text.charAt(place++);
            if (c != '"') {
                out.append(c);
            } else if (place < text.length() && text.charAt(place) == '"') {
                out.append('"');
                place++;
            } else {
                return out.toString();
            }
        }
        throw new InputException("a quote is not closed");
    }
}

package dev.kqlift.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that a target has for the columns of one table. */
public final class TableFields {
    private final String table;
    private final LogSource logSource;
    private final Map<String, MappedField> byColumn;

    private TableFields(String table, LogSource logSource, Map<String, MappedField> byColumn) {
        this.table = table;
        this.logSource = logSource;
        this.byColumn = byColumn;
    }

    /** Reads one section: the heading without its mark, then a line for each column. */
    static TableFields parse(String section) {
        List<String> lines = section.lines().toList();
        String[] heading = lines.getFirst().split("\t", -1);
        Map<String, MappedField> fields = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 5) {
                throw new IllegalStateException("a field map's line has five cells: " + line);
            }
            fields.put(
                    cells[0], new MappedField(cells[0], cells[1], word(cells[2]), FieldFit.ofWord(cells[3]), cells[4]));
        }
        LogSource source = heading.length < 4
                ? new LogSource(Optional.empty(), Optional.empty(), Optional.empty())
                : new LogSource(word(heading[1]), word(heading[2]), word(heading[3]));
        return new TableFields(heading[0], source, fields);
    }

    private static Optional<String> word(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    /** The log source of the table's events. */
    public LogSource logSource() {
        return logSource;
    }

    /** The field for a column or a path below it. */
    public Optional<MappedField> field(String column) {
        return Optional.ofNullable(byColumn.get(column));
    }

    /** All fields, in the order of the data. */
    public List<MappedField> fields() {
        return new ArrayList<>(byColumn.values());
    }
}

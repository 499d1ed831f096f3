package dev.kqlift.reports.csv;

/** How a text stands in a cell. */
public enum CsvCells {
    /** As it is, also where a spreadsheet takes it for a formula: for machines. */
    AS_IS,
    /** With an apostrophe before what a spreadsheet takes for a formula, so that it is shown and not computed. */
    FOR_SPREADSHEETS;

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** Adds a cell, in quotes by RFC 4180 where it needs them. */
    public void append(String value, StringBuilder out) {
        boolean guarded = this == FOR_SPREADSHEETS && !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        if (isPlain(value)) {
            out.append(guarded ? "'" : "").append(value);
            return;
        }
        out.append(guarded ? "\"'" : "\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            out.append(c);
            if (c == '"') {
                out.append('"');
            }
        }
        out.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == ',' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}

package dev.kqlift.reports.site.view;

import java.util.List;

/** The codes that were found, with numbers. */
public record CodesPage(String lead, List<Row> codes) implements View {
    public CodesPage {
        codes = List.copyOf(codes);
    }

    /**
     * A code.
     *
     * @param notChecked how many rules it could not be checked on; empty for none
     */
    public record Row(
            String code,
            String name,
            String href,
            String category,
            Badge severity,
            String findings,
            String rules,
            String notChecked)
            implements View {}
}

package dev.kqlift.reports.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What data can be written as. */
public enum DataFormat {
    /** A file for each table. */
    CSV,
    /** A file for each table. */
    JSON,
    /** One page that sums everything up, for a wiki or a pull request. */
    MARKDOWN,
    /** Layers of the ATT&CK Navigator. */
    NAVIGATOR;

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word. */
    public static Optional<DataFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** The words of all formats. */
    public static List<String> words() {
        return Arrays.stream(values()).map(DataFormat::word).toList();
    }
}

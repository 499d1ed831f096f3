package dev.kqlift.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of the command line. */
final class ExitCode {
    static final int DONE = 0;
    /** The command worked and found something to fail on. */
    static final int FOUND = 1;
    /** Wrong usage, or an input that cannot be read at all. */
    static final int USAGE = 2;

    private ExitCode() {}

    /** The codes as the help lists them. */
    static Map<String, String> descriptions() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("1", "done, and found something to fail on");
        codes.put("2", "wrong usage or unreadable input");
        return codes;
    }
}

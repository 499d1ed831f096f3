package dev.kqlift.cli;

import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import java.util.List;

/** The help of the whole program. */
final class Help {
    private Help() {}

    static String overview() {
        StringBuilder out = new StringBuilder(2048);
        out.append(
                """
                kqlift reads Microsoft Sentinel and Defender detection rules written in KQL, shows what they look for,
                and translates them to other languages. What it cannot translate faithfully it says, with code and place.

                Usage: kqlift COMMAND [OPTIONS] PATH…

                Commands:
                """);
        TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT));
        for (String name : Verbs.names()) {
            table.row(List.of(name, Verbs.named(name).map(Verb::summary).orElse("")));
        }
        table.appendTo(out);
        out.append(
                """

                  kqlift COMMAND --help   the options of a command, with examples
                  kqlift --version        the version, and the versions of the data that it carries

                A PATH is a rule file, a folder (walked recursively; .git and hidden folders left out) or - for standard input.
                Results go to standard output; progress, warnings and summaries to standard error.
                Exit codes: 0 done; 1 done, and found something to fail on; 2 wrong usage or unreadable input.

                Examples:
                  kqlift inspect rule.yaml
                  kqlift inspect rules --format jsonl > rules.jsonl
                  kqlift overlap rules --format csv
                  kqlift transpile rules --to duckdb,esql,sigma -o out
                  kqlift explain KX005
                """);
        return out.toString();
    }
}

package dev.kqlift.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources {@code attack-*.tsv}, whose headers describe their form, as they stand for one version. */
final class AttackFiles {
    private static final String ABSENT = "-";

    private final AttackVersion version;

    private AttackFiles(AttackVersion version) {
        this.version = version;
    }

    static AttackCatalog read(AttackVersion version) {
        AttackFiles files = new AttackFiles(version);
        List<Tactic> tactics = files.tactics();
        return new AttackCatalog(version, tactics, files.techniques(), files.words(tactics));
    }

    /** The header of the techniques, which says where the data comes from. */
    static List<String> header() {
        return SortedLines.ofResource("attack-techniques.tsv").header();
    }

    private static List<String[]> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        for (String line : SortedLines.ofResource(resource).body()) {
            rows.add(line.split("\t", -1));
        }
        return rows;
    }

    /** The former version's cell, or the current one's where it is the same and thus empty. */
    private String choose(String current, String former) {
        return switch (version) {
            case V19 -> current;
            case V18 -> former.isEmpty() ? current : former;
        };
    }

    private List<Tactic> tactics() {
        List<Tactic> tactics = new ArrayList<>();
        for (String[] row : rows("attack-tactics.tsv")) {
            String shortName = choose(row[2], row[4]);
            if (!shortName.equals(ABSENT)) {
                tactics.add(new Tactic(row[1], shortName, choose(row[3], row[5]), AttackMatrix.of(row[0])));
            }
        }
        return tactics;
    }

    private Map<String, SentinelTactic> words(List<Tactic> tactics) {
        Map<String, SentinelTactic> words = new LinkedHashMap<>();
        for (String[] row : rows("attack-sentinel.tsv")) {
            List<String> ids = List.of(row[1].split(","));
            List<Tactic> meant =
                    tactics.stream().filter(tactic -> ids.contains(tactic.id())).toList();
            words.put(row[0], new SentinelTactic(row[0], meant, row[2].equals("legacy")));
        }
        return words;
    }

    private Map<String, Technique> techniques() {
        Map<String, Technique> techniques = new LinkedHashMap<>();
        for (String[] row : rows("attack-techniques.tsv")) {
            State state = State.of(choose(row[2], row[3]));
            if (!state.mark.equals(ABSENT)) {
                techniques.put(row[0], technique(row, state));
            }
        }
        return techniques;
    }

    private Technique technique(String[] row, State state) {
        String id = row[0];
        int dot = id.indexOf('.');
        return new Technique(
                id,
                choose(row[4], row[5]),
                AttackMatrix.of(row[1]),
                state.tactics,
                State.of(row[3].isEmpty() ? row[2] : row[3]).tactics,
                dot < 0 ? Optional.empty() : Optional.of(id.substring(0, dot)),
                state.status(),
                state.mark.startsWith("R") ? Optional.of(state.mark.substring(1)) : Optional.empty());
    }

    /** What a technique is in a version: the mark before the colon and the tactics behind it. */
    private record State(String mark, List<String> tactics) {
        static State of(String cell) {
            int colon = cell.indexOf(':');
            String tactics = cell.substring(colon + 1);
            return new State(cell.substring(0, colon), tactics.isEmpty() ? List.of() : List.of(tactics.split(",")));
        }

        Technique.Status status() {
            return switch (mark.charAt(0)) {
                case 'A' -> Technique.Status.ACTIVE;
                case 'D' -> Technique.Status.DEPRECATED;
                case 'R' -> Technique.Status.REVOKED;
                default -> throw new IllegalStateException("the ATT&CK data has no mark " + mark);
            };
        }
    }
}

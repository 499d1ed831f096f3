package dev.kqlift.reports.data;

import java.util.List;

/**
 * A layer of the ATT&CK Navigator.
 *
 * @param path the path of its file
 * @param name its name
 * @param description what it shows
 * @param domain {@code enterprise-attack} or {@code ics-attack}
 * @param attackVersion the version of ATT&CK, its part before the dot
 * @param techniques by id
 * @param leftOut the ids that rules state and that the version has not or no more
 */
record NavigatorLayer(
        String path,
        String name,
        String description,
        String domain,
        String attackVersion,
        List<Technique> techniques,
        List<String> leftOut) {
    NavigatorLayer {
        techniques = List.copyOf(techniques);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A technique that rules state.
     *
     * @param id its id
     * @param rules the names of the rules, in the order of the corpus
     */
    record Technique(String id, List<String> rules) {
        Technique {
            rules = List.copyOf(rules);
        }
    }

    /** The number of rules of the technique that most rules state. */
    int most() {
        return techniques.stream()
                .mapToInt(technique -> technique.rules().size())
                .max()
                .orElse(0);
    }
}

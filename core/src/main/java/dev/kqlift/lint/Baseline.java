package dev.kqlift.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Findings that a team knows and does not want to be told of, each with the number of times that it occurs. Not safe for
 * threads.
 */
public final class Baseline {
    private static final Comparator<FindingKey> ORDER = Comparator.comparing((FindingKey key) -> key.rule())
            .thenComparing(FindingKey::code)
            .thenComparing(FindingKey::hash);

    private final Map<FindingKey, Integer> counts = new TreeMap<>(ORDER);
    private final UnaryOperator<String> path;

    /** @param path takes the path of a file to the one by which a rule without an id is known */
    public Baseline(UnaryOperator<String> path) {
        this.path = path;
    }

    /** A finding that is known this many times. */
    public record Entry(FindingKey key, int count) {}

    /** Adds what is known. */
    public void add(Entry entry) {
        counts.merge(entry.key, entry.count, Integer::sum);
    }

    /** Adds all findings of a rule. */
    public void add(LintSession.Linted rule) {
        for (Finding finding : rule.outcome().findings()) {
            add(new Entry(FindingKey.of(rule.document(), finding, known(rule)), 1));
        }
    }

    private String known(LintSession.Linted rule) {
        return path.apply(rule.document().file().path());
    }

    /** All entries by rule, code and hash. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        counts.forEach((key, count) -> entries.add(new Entry(key, count)));
        return entries;
    }

    /**
     * What is left of the outcomes of a run.
     *
     * @param rules without the findings that are known
     * @param gone what is known of rules of the run and occurs no more, or fewer times, though the check was made
     */
    public record Compared(List<LintSession.Linted> rules, List<Entry> gone) {
        public Compared {
            rules = List.copyOf(rules);
            gone = List.copyOf(gone);
        }
    }

    /** Takes what is known out of the outcomes of a run; of a finding that is known once the first is taken. */
    public Compared compare(List<LintSession.Linted> rules) {
        Map<FindingKey, Integer> left = new HashMap<>(counts);
        Set<String> made = new HashSet<>();
        List<LintSession.Linted> compared = new ArrayList<>();
        for (LintSession.Linted rule : rules) {
            LintOutcome outcome = rule.outcome().without(finding -> {
                FindingKey key = FindingKey.of(rule.document(), finding, known(rule));
                boolean isKnown = left.getOrDefault(key, 0) > 0;
                if (isKnown) {
                    left.merge(key, -1, Integer::sum);
                }
                return isKnown;
            });
            String id = FindingKey.rule(rule.document(), known(rule));
            outcome.made().forEach(code -> made.add(id + "\n" + code));
            compared.add(new LintSession.Linted(rule.document(), outcome));
        }
        List<Entry> gone = new ArrayList<>();
        for (FindingKey key : counts.keySet()) {
            String check = DiagnosticFamily.of(key.code()).map(Enum::name).orElse(key.code());
            int rest = left.getOrDefault(key, 0);
            if (rest > 0 && made.contains(key.rule() + "\n" + check)) {
                gone.add(new Entry(key, rest));
            }
        }
        return new Compared(compared, gone);
    }
}

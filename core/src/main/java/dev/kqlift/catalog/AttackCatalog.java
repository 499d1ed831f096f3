package dev.kqlift.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One version of ATT&CK: its tactics and techniques, and the words that Sentinel has for tactics. Immutable. */
public final class AttackCatalog {
    private final AttackVersion version;
    private final List<Tactic> tactics;
    private final Map<String, Technique> techniques;
    private final Map<String, SentinelTactic> words;

    AttackCatalog(
            AttackVersion version,
            List<Tactic> tactics,
            Map<String, Technique> techniques,
            Map<String, SentinelTactic> words) {
        this.version = version;
        this.tactics = List.copyOf(tactics);
        // Not Map.copyOf, which would lose the order.
        this.techniques = Collections.unmodifiableMap(new LinkedHashMap<>(techniques));
        this.words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The version that holds where none is chosen. */
    public static AttackCatalog builtIn() {
        return of(AttackVersion.DEFAULT);
    }

    /** A version, read when it is first asked for. */
    public static AttackCatalog of(AttackVersion version) {
        return switch (version) {
            case V18 -> Former.CATALOG;
            case V19 -> Current.CATALOG;
        };
    }

    /** Another version of the same data. */
    public AttackCatalog version(AttackVersion other) {
        return of(other);
    }

    public AttackVersion version() {
        return version;
    }

    /** The tactics of all matrices, each matrix in its order from left to right. */
    public List<Tactic> tactics() {
        return tactics;
    }

    /** The tactics of a matrix in its order from left to right. */
    public List<Tactic> tactics(AttackMatrix matrix) {
        return tactics.stream().filter(tactic -> tactic.matrix() == matrix).toList();
    }

    /** The tactic of an id or a short name; of a short name that both matrices have, the one of Enterprise. */
    public Optional<Tactic> tactic(String idOrShortName) {
        return tactics.stream()
                .filter(tactic ->
                        tactic.id().equals(idOrShortName) || tactic.shortName().equals(idOrShortName))
                .findFirst();
    }

    /** The technique of an id, retired ones included; nothing for an id that this version does not have. */
    public Optional<Technique> technique(String id) {
        return Optional.ofNullable(techniques.get(id));
    }

    /** All techniques by id, retired ones included. */
    public List<Technique> techniques() {
        return List.copyOf(techniques.values());
    }

    /** The active techniques of a tactic by id, sub-techniques behind theirs. */
    public List<Technique> techniquesOf(Tactic tactic) {
        return techniques.values().stream()
                .filter(Technique::isActive)
                .filter(technique -> technique.matrix() == tactic.matrix()
                        && technique.tactics().contains(tactic.shortName()))
                .toList();
    }

    /** What a word that Sentinel accepts stands for; the word's case counts. */
    public Optional<SentinelTactic> sentinelTactic(String word) {
        return Optional.ofNullable(words.get(word));
    }

    /** The words that Sentinel accepts, in the order of the Enterprise matrix. */
    public List<SentinelTactic> sentinelTactics() {
        return List.copyOf(words.values());
    }

    /** The words, legacy ones aside, that cover a technique. */
    public List<SentinelTactic> wordsFor(Technique technique) {
        return words.values().stream()
                .filter(word -> !word.legacy() && word.covers(technique))
                .toList();
    }

    /**
     * The word that may have been meant by one that Sentinel does not accept: the same word spelled otherwise, the word for
     * a tactic given by its name or id, or else the nearest by spelling.
     */
    public Optional<String> nearestSentinelTactic(String word) {
        String wanted = letters(word);
        for (SentinelTactic known : words.values()) {
            if (letters(known.word()).equals(wanted)) {
                return Optional.of(known.word());
            }
        }
        for (SentinelTactic known : words.values()) {
            if (!known.legacy() && known.tactics().stream().anyMatch(tactic -> isNamed(tactic, wanted))) {
                return Optional.of(known.word());
            }
        }
        return Nearest.word(word, List.copyOf(words.keySet()));
    }

    private static boolean isNamed(Tactic tactic, String wanted) {
        return letters(tactic.name()).equals(wanted) || letters(tactic.id()).equals(wanted);
    }

    /** A word without what people put between its parts. */
    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        word.chars().filter(Character::isLetterOrDigit).forEach(letter -> letters.append((char) letter));
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static final class Former {
        static final AttackCatalog CATALOG = AttackFiles.read(AttackVersion.V18);
    }

    private static final class Current {
        static final AttackCatalog CATALOG = AttackFiles.read(AttackVersion.V19);
    }
}

package dev.kqlift.catalog;

/** The collections of tactics and techniques that ATT&CK publishes and that rules name. */
public enum AttackMatrix {
    ENTERPRISE("enterprise"),
    ICS("ics"),
    /** The retired collection of what an adversary does before an attack; its ids have no successors. */
    PRE("pre");

    private final String word;

    AttackMatrix(String word) {
        this.word = word;
    }

    /** The word of the data files. */
    public String word() {
        return word;
    }

    static AttackMatrix of(String word) {
        for (AttackMatrix matrix : values()) {
            if (matrix.word.equals(word)) {
                return matrix;
            }
        }
        throw new IllegalStateException("the ATT&CK data has no matrix " + word);
    }
}

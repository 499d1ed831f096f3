package dev.kqlift.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of MITRE ATT&CK that kqlift carries. */
public enum AttackVersion {
    /** The last one with the tactic Defense Evasion. */
    V18("18.1"),
    /** Defense Evasion is Stealth and Defense Impairment, and some of its techniques are in neither. */
    V19("19.1");

    /** The version that holds where none is chosen. */
    public static final AttackVersion DEFAULT = V19;

    private final String number;

    AttackVersion(String number) {
        this.number = number;
    }

    /** The number as ATT&CK writes it: {@code 19.1}. */
    public String number() {
        return number;
    }

    /** The version of a number, with or without the part after the dot. */
    public static Optional<AttackVersion> of(String number) {
        return Arrays.stream(values())
                .filter(version ->
                        version.number.equals(number) || version.major().equals(number))
                .findFirst();
    }

    /** The numbers of all versions, oldest first. */
    public static List<String> numbers() {
        return Arrays.stream(values()).map(AttackVersion::number).toList();
    }

    private String major() {
        return number.substring(0, number.indexOf('.'));
    }
}

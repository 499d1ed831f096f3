package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import java.util.Set;

/** Table columns whose texts come in any case: names of files, hosts and accounts, paths, command lines, addresses. */
final class VaryingCase {
    private static final Set<String> COLUMNS = Set.of(
            "AccountUpn",
            "CommandLine",
            "Computer",
            "DeviceName",
            "FileName",
            "FolderPath",
            "InitiatingProcessAccountUpn",
            "InitiatingProcessCommandLine",
            "InitiatingProcessFileName",
            "InitiatingProcessFolderPath",
            "InitiatingProcessParentFileName",
            "NewProcessName",
            "ParentProcessName",
            "PreviousFileName",
            "PreviousFolderPath",
            "Process",
            "ProcessCommandLine",
            "RecipientEmailAddress",
            "RegistryKey",
            "SenderFromAddress",
            "SenderFromDomain",
            "UserPrincipalName");

    /** In lower case as a rule: a constant in lower case meets them, and one with capitals does not. */
    private static final Set<String> MOSTLY_LOWER = Set.of(
            "AccountUpn",
            "DeviceName",
            "InitiatingProcessAccountUpn",
            "InitiatingProcessFolderPath",
            "RecipientEmailAddress",
            "SenderFromAddress",
            "UserPrincipalName");

    private VaryingCase() {}

    /** Whether a scalar is such a column of a table, under whatever name. */
    static boolean isColumn(Scalar scalar, ColumnDefinitions definitions) {
        return definitions.resolve(scalar) instanceof Scalar.ColumnRef reference
                && reference.type() != KqlType.DYNAMIC
                && COLUMNS.contains(reference.column().name());
    }

    /** Whether a scalar is such a column that is, as a rule, in lower case. */
    static boolean isMostlyLower(Scalar scalar, ColumnDefinitions definitions) {
        return definitions.resolve(scalar) instanceof Scalar.ColumnRef reference
                && MOSTLY_LOWER.contains(reference.column().name());
    }

    /** Whether upper and lower case of a text differ. */
    static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }
}

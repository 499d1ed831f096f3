package dev.kqlift.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type of entity that a rule can map columns to. Each of the three last parts is a list of alternatives, and an
 * alternative is the identifiers that it takes together.
 *
 * @param name {@code Account}; case counts
 * @param identifiers the identifiers that a mapping can give, in the order of the documentation; case counts
 * @param requirement of which a mapping must have one
 * @param strong which tell the entity from all others by themselves
 * @param weak which tell it only together with more
 */
public record EntityType(
        String name,
        List<String> identifiers,
        List<List<String>> requirement,
        List<List<String>> strong,
        List<List<String>> weak) {
    public EntityType {
        identifiers = List.copyOf(identifiers);
        requirement = alternatives(requirement);
        strong = alternatives(strong);
        weak = alternatives(weak);
    }

    /** True for an identifier of the type. */
    public boolean has(String identifier) {
        return identifiers.contains(identifier);
    }

    /** True where the identifiers of a mapping are enough for the service to accept it. */
    public boolean satisfied(Set<String> mapped) {
        return anyOf(requirement, mapped);
    }

    /** True where the identifiers of a mapping tell the entity from all others. */
    public boolean isStrong(Set<String> mapped) {
        return anyOf(strong, mapped);
    }

    /** The identifier that may have been meant by one that the type does not have. */
    public Optional<String> nearestIdentifier(String identifier) {
        return Nearest.word(identifier, identifiers);
    }

    private static boolean anyOf(List<List<String>> alternatives, Set<String> mapped) {
        return alternatives.stream().anyMatch(mapped::containsAll);
    }

    private static List<List<String>> alternatives(List<List<String>> alternatives) {
        return alternatives.stream().map(List::copyOf).toList();
    }
}

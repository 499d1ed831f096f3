package dev.kqlift.catalog;

/**
 * How a column is named that an unnamed call makes, by the rules that the engine applies.
 *
 * @param rule the rule
 * @param prefix the word that the rule puts in front: for {@code dcount(X)} "dcount" gives {@code dcount_X}
 */
public record ResultName(Rule rule, String prefix) {
    /** The rules. "First argument" means its name where it is a plain column or path. */
    public enum Rule {
        /** No name of its own: {@code Column1}, {@code print_0}. */
        NONE,
        /** {@code function_argument}; {@code function_} where the first argument has no name. */
        NAME_AND_FIRST_ARGUMENT,
        /** As before, only if there is one argument. */
        NAME_AND_ONLY_ARGUMENT,
        /** {@code prefix_argument}. */
        PREFIX_AND_FIRST_ARGUMENT,
        /** {@code prefix_argument} if there is one argument. */
        PREFIX_AND_ONLY_ARGUMENT,
        /** The text of a constant first argument, if it names a column. */
        FIRST_ARGUMENT_VALUE_IF_COLUMN,
        /** {@code prefix}. */
        PREFIX_ONLY,
        /** The name of the first argument. */
        FIRST_ARGUMENT,
        /** The name of the argument, if there is one argument. */
        ONLY_ARGUMENT
    }
}

package dev.kqlift.ir;

import java.util.Optional;

/**
 * How {@code mv-expand} and {@code mv-apply} take a value apart.
 *
 * @param bagsAsArrays whether a property bag gives {@code [key, value]} and not a bag of one entry
 * @param index the column of {@code with_itemindex}
 * @param limit the greatest number of rows that a row gives
 */
public record ExpandRule(boolean bagsAsArrays, Optional<Column> index, Optional<Scalar> limit) {
    /** That of an operator without parameters. */
    public static final ExpandRule PLAIN = new ExpandRule(false, Optional.empty(), Optional.empty());
}

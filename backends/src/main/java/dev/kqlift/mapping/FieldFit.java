package dev.kqlift.mapping;

import java.util.Locale;

/** How well a target field stands for a column. */
public enum FieldFit {
    /** The same value under another name. */
    PLAIN,
    /** The target stores the value in lower case. */
    LOWER,
    /** The target stores the value in lower case and with hyphens for spaces. */
    SLUG,
    /** The column is the last part of the path that the field holds. */
    TAIL,
    /** The field holds the values of other columns, too. */
    SHARED,
    /** The field is filled for some of the rows only. */
    CONDITION,
    /** The target stores other values for the same things. */
    VALUES,
    /** The target stores the value in another shape. */
    SHAPE,
    /** The field is flattened, which the target's query language cannot look into. */
    FLATTENED;

    static FieldFit ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Why the field cannot just take the column's place, for a message. */
    public String reason() {
        return switch (this) {
            case PLAIN -> "the values are the same";
            case LOWER -> "its values are stored in lower case";
            case SLUG -> "its values are stored in lower case, with hyphens for spaces";
            case TAIL -> "it holds a whole path";
            case SHARED -> "it holds the values of other columns, too";
            case CONDITION -> "it is filled for some events only";
            case VALUES -> "it holds other values for the same things";
            case SHAPE -> "its values have another shape";
            case FLATTENED -> "it is a flattened field";
        };
    }
}

package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import java.util.Arrays;
import java.util.List;

/** Where the columns of a relation stand in its rows. It is asked for every cell, and ids are small numbers: an array. */
final class Places {
    private final int least;
    private final int[] places;

    private Places(int least, int[] places) {
        this.least = least;
        this.places = places;
    }

    /** The places of columns in their order; of a column that stands twice the first. */
    static Places of(List<Column> columns) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (Column column : columns) {
            least = Math.min(least, column.id().number());
            greatest = Math.max(greatest, column.id().number());
        }
        int[] places = new int[columns.isEmpty() ? 0 : greatest - least + 1];
        Arrays.fill(places, -1);
        for (int i = columns.size() - 1; i >= 0; i--) {
            places[columns.get(i).id().number() - least] = i;
        }
        return new Places(least, places);
    }

    /** The place of a column; -1 where it has none. */
    int of(ColumnId id) {
        // In two steps the difference of two ids might leave the range of an int.
        long index = (long) id.number() - least;
        return index >= 0 && index < places.length ? places[(int) index] : -1;
    }
}

package dev.kqlift.semantic;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.catalog.Platform;
import dev.kqlift.ir.Column;
import java.util.List;

/** What is said of a name that is no column in scope: which one may have been meant. */
final class UnknownColumn {
    private UnknownColumn() {}

    static String message(String name, RowScope row) {
        for (Column column : row.columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return "no column `" + name + "` is in scope; names have case, did you mean `" + column.name() + "`?";
            }
        }
        for (Platform platform : Platform.values()) {
            Platform other = platform.other();
            if (name.equals(platform.timeColumn())
                    && row.find(other.timeColumn()).isPresent()) {
                return "no column `" + name + "` is in scope here; in " + other.title() + " the time of a row is `"
                        + other.timeColumn() + "`";
            }
        }
        List<String> known = row.columns().stream().map(Column::name).toList();
        return "no column `" + name + "` is in scope here" + Nearest.hint(name, known);
    }
}

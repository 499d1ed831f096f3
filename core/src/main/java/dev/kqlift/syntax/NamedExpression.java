package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;

/**
 * {@code x = value}, {@code (x, y) = value} or a value alone.
 *
 * @param names empty for a value alone
 */
public record NamedExpression(List<Name> names, Expression value, Origin origin) {
    public NamedExpression {
        names = List.copyOf(names);
    }
}

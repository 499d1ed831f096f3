package dev.kqlift.syntax;

import dev.kqlift.source.Origin;

/** A parameter of an operator: {@code kind=inner}, {@code hint.strategy=shuffle}. */
public record Parameter(String name, Expression value, Origin origin) {
    /** The value's word or text, where it is a name or a literal. */
    public String word() {
        return switch (value) {
            case Expression.NameReference name -> name.name();
            case Expression.StringLiteral text -> text.value();
            case Expression.Literal literal -> literal.text();
            default -> "";
        };
    }
}

package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;

/** A part of what a function returns that makes several columns. */
public sealed interface ResultColumn {
    /**
     * A column of its own.
     *
     * @param name as it is for a plugin; for a scalar function what follows {@code function_argument_}
     * @param type its type
     */
    record Made(String name, KqlType type) implements ResultColumn {}

    /**
     * One column for each argument that a parameter takes, of the argument's type.
     *
     * @param parameter the parameter's name
     * @param name the column's name, in which {@code {}} stands for the name of the argument
     */
    record OfArgument(String parameter, String name) implements ResultColumn {}

    /** All columns of the input, in order. */
    record OfInput() implements ResultColumn {}
}

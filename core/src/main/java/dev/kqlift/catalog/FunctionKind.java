package dev.kqlift.catalog;

/** What a function is called as. */
public enum FunctionKind {
    SCALAR,
    AGGREGATE,
    PLUGIN
}

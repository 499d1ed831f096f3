package dev.kqlift.syntax;

/** The operators with a list on the right. */
public enum SetOperator {
    IN("in"),
    NOT_IN("!in"),
    IN_IGNORING_CASE("in~"),
    NOT_IN_IGNORING_CASE("!in~"),
    HAS_ANY("has_any"),
    HAS_ALL("has_all");

    private final String text;

    SetOperator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}

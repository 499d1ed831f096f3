package dev.kqlift.execution;

/** An input of a run is not in the form that is read; the message says where and why. */
public final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}

package dev.kqlift.mapping;

/** A mistake in the data that we carry ourselves: names the file and the line. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MappingException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}

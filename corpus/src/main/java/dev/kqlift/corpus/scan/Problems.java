package dev.kqlift.corpus.scan;

/** Puts a defect into words that are the same from run to run. */
final class Problems {
    private static final int MAX_MESSAGE = 200;

    private Problems() {}

    /**
     * The kind of the problem, the first line of its message and the place in our code, as far as each says
     * something.
     */
    static String describe(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        // Where the stack ended depends on the size of frames, which changes while the program warms up.
        if (problem instanceof StackOverflowError) {
            return name;
        }
        StringBuilder text = new StringBuilder(name);
        String message = problem.getMessage();
        if (message != null && !message.isBlank()) {
            String line = message.lines().findFirst().orElse("");
            text.append(": ").append(line, 0, Math.min(line.length(), MAX_MESSAGE));
        }
        for (StackTraceElement element : problem.getStackTrace()) {
            if (element.getClassName().startsWith("dev.kqlift.")) {
                return text.append(" at ")
                        .append(element.getFileName())
                        .append(':')
                        .append(element.getLineNumber())
                        .toString();
            }
        }
        return text.toString();
    }
}

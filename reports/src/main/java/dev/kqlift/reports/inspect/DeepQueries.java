package dev.kqlift.reports.inspect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Asks questions of queries that may be nested deeper than the stack of the thread that writes. */
final class DeepQueries {
    private static final long STACK_SIZE = 256L * 1024 * 1024;

    private DeepQueries() {}

    /** The answer; empty where the query is too deep even for a large stack. */
    static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (StackOverflowError tooDeep) {
            return inLargeStack(question);
        }
    }

    private static <T> Optional<T> inLargeStack(Supplier<T> question) {
        AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        answer.set(Optional.of(question.get()));
                    } catch (StackOverflowError tooDeep) {
                        answer.set(Optional.empty());
                    }
                },
                "kqlift-deep",
                STACK_SIZE);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.get();
    }
}

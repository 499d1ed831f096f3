package dev.kqlift.corpus.scan;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Compiles the files of a corpus in parallel and hands out the results in the order of the files. */
public final class CorpusCompiler {
    /** Trees of queries are walked by recursion, so that the depth of a query asks for stack. */
    private static final long STACK_SIZE = 128L * 1024 * 1024;

    /** How many files each thread may be ahead of the one whose results are handed out. */
    private static final int FILES_PER_THREAD = 4;

    private final DocumentCompiler compiler;
    private final InputStream standardInput;
    private final int threads;

    private CorpusCompiler(DocumentCompiler compiler, InputStream standardInput, int threads) {
        this.compiler = compiler;
        this.standardInput = standardInput;
        this.threads = threads;
    }

    /** A compiler that uses all processors and an empty standard input. */
    public static CorpusCompiler of(DocumentCompiler compiler) {
        return new CorpusCompiler(
                compiler, InputStream.nullInputStream(), Runtime.getRuntime().availableProcessors());
    }

    public CorpusCompiler withThreads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("not a number of threads: " + number);
        }
        return new CorpusCompiler(compiler, standardInput, number);
    }

    /** What the input {@code -} reads. */
    public CorpusCompiler withStandardInput(InputStream stream) {
        return new CorpusCompiler(compiler, stream, threads);
    }

    /**
     * Compiles all inputs. The consumer and the progress are called in the calling thread, the consumer in the order
     * of the
     * inputs and of the rules inside each. The number of results in memory is bounded whatever the size of the corpus.
     */
    public void compile(List<CorpusInput> inputs, Consumer<CorpusItem> consumer, Progress progress) {
        compile(inputs, Function.identity(), consumer, progress);
    }

    /**
     * Compiles all inputs and works on what comes of them in the threads that compiled it; the consumer is called as in the
     * other method.
     *
     * @param work may be called from several threads at a time; what it throws ends the run
     */
    public <T> void compile(
            List<CorpusInput> inputs, Function<CorpusItem, T> work, Consumer<T> consumer, Progress progress) {
        if (inputs.isEmpty()) {
            return;
        }
        FileCompiler files = new FileCompiler(compiler, standardInput);
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, inputs.size()), new Workers());
        try {
            int window = threads * FILES_PER_THREAD;
            Deque<Future<List<T>>> pending = new ArrayDeque<>(window);
            int next = 0;
            for (int done = 0; done < inputs.size(); done++) {
                while (next < inputs.size() && pending.size() < window) {
                    CorpusInput input = inputs.get(next++);
                    pending.add(executor.submit(
                            () -> files.compile(input).stream().map(work).toList()));
                }
                result(pending.remove()).forEach(consumer);
                progress.advanced(done + 1, inputs.size());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> result(Future<List<T>> future) {
        try {
            return future.get();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } catch (ExecutionException exception) {
            // Failures of one file are results; what comes here (memory running out) concerns the whole run.
            if (exception.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(exception.getCause());
        }
    }

    private static final class Workers implements ThreadFactory {
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(null, task, "kqlift-" + number.incrementAndGet(), STACK_SIZE);
            thread.setDaemon(true);
            return thread;
        }
    }
}

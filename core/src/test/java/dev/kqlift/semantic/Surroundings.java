package dev.kqlift.semantic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPInputStream;

/** Where the project and the material beside it are, and the stack that workers run on. */
public final class Surroundings {
    /** What the workers of a corpus have; queries nest more deeply than the stack of a test's thread allows. */
    private static final long WORKER_STACK = 128L << 20;

    private Surroundings() {}

    public static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** A file of the folder {@code shared} beside the project; without it the test is skipped. */
    public static Path shared(String path) {
        String named = System.getProperty("kqlift.shared");
        Path folder = named == null ? project().resolveSibling("shared") : Path.of(named);
        Path file = folder.resolve(path);
        assumeTrue(Files.exists(file), "the material beside the project is not here: shared/" + path);
        return file;
    }

    /** The JSON objects of a file of JSON Lines, compressed or not. */
    public static List<Map<String, Object>> jsonLines(Path file) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                objects.add(TestJson.object(line));
            }
        }
        return objects;
    }

    /** Runs a task on a thread with the stack of a worker. */
    public static <T> T onWorkerStack(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread worker = new Thread(null, future, "worker", WORKER_STACK);
        worker.setDaemon(true);
        worker.start();
        try {
            return future.get();
        } catch (Exception failure) {
            throw new AssertionError(failure.getCause() == null ? failure : failure.getCause());
        }
    }
}

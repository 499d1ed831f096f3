package dev.kqlift.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.engine.AnalyzedRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusCompilerTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsComeInTheOrderOfThePathsOnAnyNumberOfThreads(int threads) throws IOException {
        for (int i = 0; i < 60; i++) {
            write("%02d.kql".formatted(i), "T" + i);
        }
        CountDownLatch others = new CountDownLatch(threads > 1 ? 3 : 0);
        DocumentCompiler firstIsLast = document -> {
            if (document.file().path().endsWith("00.kql")) {
                await(others);
            } else {
                others.countDown();
            }
            return compiled(document);
        };

        List<CorpusItem> items = run(CorpusCompiler.of(firstIsLast).withThreads(threads), root.toString());

        assertThat(items).hasSize(60);
        assertThat(items).extracting(CorpusItem::path).isSorted();
    }

    @Test
    void workersRunAheadOfTheConsumerByABoundedNumberOfFiles() throws IOException {
        for (int i = 0; i < 100; i++) {
            write("%03d.kql".formatted(i), "T");
        }
        AtomicInteger started = new AtomicInteger();
        AtomicInteger consumed = new AtomicInteger();
        AtomicInteger furthest = new AtomicInteger();
        DocumentCompiler counting = document -> {
            int ahead = started.incrementAndGet() - consumed.get();
            furthest.accumulateAndGet(ahead, Math::max);
            return compiled(document);
        };
        CorpusCompiler.of(counting)
                .withThreads(2)
                .compile(inputs(root.toString()), item -> consumed.incrementAndGet(), Progress.SILENT);

        assertThat(consumed).hasValue(100);
        assertThat(furthest.get()).isLessThanOrEqualTo(9);
    }

    @Test
    void defectInOneRuleIsADiagnosticOfThatRuleAndTheRunGoesOn() throws IOException {
        write("a.kql", "T");
        write("b.md", "```kql\nFine\n```\n```kql\nThrow\n```\n```kql\nDeep\n```\n");
        write("c.kql", "T");
        DocumentCompiler failing =
                document -> switch (document.query().orElseThrow().text().strip()) {
                    case "Throw" -> throw new IllegalStateException("two\nlines");
                    case "Deep" -> throw new StackOverflowError();
                    default -> compiled(document);
                };

        List<CorpusItem> items = run(CorpusCompiler.of(failing), root.toString());

        assertThat(items).hasSize(5);
        assertThat(codes(items)).containsExactly("", "", "KD900", "KD900", "");
        Diagnostic thrown = rule(items.get(2)).diagnostics().getFirst();
        assertThat(thrown.message()).contains("IllegalStateException: two at CorpusCompilerTest.java:");
        assertThat(thrown.span().start()).isEqualTo("```kql\nFine\n```\n```kql\n".length());
        assertThat(rule(items.get(3)).diagnostics().getFirst().message()).contains("StackOverflowError");
    }

    @Test
    void workersHaveStackForDeepTrees() throws IOException {
        write("a.kql", "T");
        DocumentCompiler deep = document -> {
            assertThat(depth(200_000)).isEqualTo(200_000);
            assertThat(Thread.currentThread().getName()).startsWith("kqlift-");
            return compiled(document);
        };

        assertThat(codes(run(CorpusCompiler.of(deep), root.toString()))).containsExactly("");
    }

    @Test
    void filesThatAreNoRulesArePassedOverInFoldersAndErrorsWhenNamed() throws IOException {
        write("a.txt", "x");
        write("b.json", "{}");
        write("c.md", "# no query");

        List<CorpusItem> inFolder = run(CorpusCompiler.of(CorpusCompilerTest::compiled), root.toString());
        assertThat(inFolder).hasSize(3).hasOnlyElementsOfType(CorpusItem.PassedOver.class);

        String[] named = {path("a.txt"), path("b.json"), path("c.md")};
        assertThat(codes(run(CorpusCompiler.of(CorpusCompilerTest::compiled), named)))
                .containsExactly("KD014", "KD014", "KD014");
    }

    @Test
    void hugeFileIsRefusedWithoutBeingRead() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(root.resolve("huge.kql").toFile(), "rw")) {
            huge.setLength(3L * 1024 * 1024 * 1024);
        }
        assertThat(codes(run(CorpusCompiler.of(CorpusCompilerTest::compiled), root.toString())))
                .containsExactly("KD003");
    }

    @Test
    void binaryAndVanishedFilesAreResultsOfTheirOwn() throws IOException {
        Files.write(root.resolve("a.kql"), new byte[] {'a', 0, 0, 'b', 0, 'c', 'd', 'e'});
        write("b.kql", "T");
        write("c.kql", "T");
        List<CorpusInput> inputs = inputs(root.toString());
        Files.delete(root.resolve("b.kql"));
        List<CorpusItem> items = new ArrayList<>();
        CorpusCompiler.of(CorpusCompilerTest::compiled).compile(inputs, items::add, Progress.SILENT);

        assertThat(codes(items)).containsExactly("KD002", "KD001", "");
    }

    @Test
    void standardInputIsReadNoFurtherThanTheLimit() {
        CorpusCompiler compiler = CorpusCompiler.of(CorpusCompilerTest::compiled);
        InputStream rule = new ByteArrayInputStream("name: n\nquery: T\n".getBytes(StandardCharsets.UTF_8));
        List<CorpusItem> items = run(compiler.withStandardInput(rule), "-");
        assertThat(rule(items.getFirst())
                        .document()
                        .metadata()
                        .name()
                        .orElseThrow()
                        .value())
                .isEqualTo("n");

        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(codes(run(compiler.withStandardInput(endless), "-"))).containsExactly("KD003");
    }

    @Test
    void progressCountsEveryFile() throws IOException {
        write("a.kql", "T");
        write("b.txt", "x");
        List<String> heard = new ArrayList<>();
        CorpusCompiler.of(CorpusCompilerTest::compiled)
                .compile(inputs(root.toString()), item -> {}, (done, total) -> heard.add(done + "/" + total));

        assertThat(heard).containsExactly("1/2", "2/2");
    }

    @Test
    void failureOfTheConsumerEndsTheRunAndItsThreads() throws IOException {
        for (int i = 0; i < 30; i++) {
            write(i + ".kql", "T");
        }
        ConcurrentSkipListSet<Long> workers = new ConcurrentSkipListSet<>();
        DocumentCompiler noting = document -> {
            workers.add(Thread.currentThread().threadId());
            return compiled(document);
        };
        List<CorpusInput> inputs = inputs(root.toString());

        assertThatThrownBy(() -> CorpusCompiler.of(noting)
                        .withThreads(2)
                        .compile(
                                inputs,
                                item -> {
                                    throw new IllegalStateException("the pipe is closed");
                                },
                                Progress.SILENT))
                .hasMessage("the pipe is closed");
        assertThat(workers).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void noInputsAreNoWork() {
        assertThat(run(CorpusCompiler.of(CorpusCompilerTest::compiled), root.toString()))
                .isEmpty();
    }

    private static int depth(int levels) {
        return levels == 0 ? 0 : 1 + depth(levels - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static List<AnalyzedRule> compiled(RuleDocument document) {
        return List.of(new AnalyzedRule(document, Optional.empty(), RuleAnalysis.EMPTY, document.diagnostics()));
    }

    private static List<CorpusInput> inputs(String... paths) {
        return CorpusScanner.scan(List.of(paths)).inputs();
    }

    private static List<CorpusItem> run(CorpusCompiler compiler, String... paths) {
        List<CorpusItem> items = new ArrayList<>();
        compiler.compile(inputs(paths), items::add, Progress.SILENT);
        return items;
    }

    private static AnalyzedRule rule(CorpusItem item) {
        return ((CorpusItem.Compiled) item).rule();
    }

    private static List<String> codes(List<CorpusItem> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case CorpusItem.Compiled(AnalyzedRule rule) ->
                        rule.diagnostics().isEmpty()
                                ? ""
                                : rule.diagnostics().getFirst().code().name();
                    case CorpusItem.PassedOver passedOver -> "passed over";
                    case CorpusItem.Failed(String path, Diagnostic diagnostic) ->
                        diagnostic.code().name();
                })
                .toList();
    }

    private String path(String name) {
        return root.resolve(name).toString();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }
}

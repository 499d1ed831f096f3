package dev.kqlift.bench;

import dev.kqlift.corpus.scan.CorpusInput;
import dev.kqlift.corpus.scan.CorpusScanner;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.syntax.build.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The speed of the steps over a corpus, warm and on one thread. The counter {@code queries} is the number of queries a
 * second; the corpus is the folder of the system property {@code kqlift.bench.corpus}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xss16m"})
public class CompilerBenchmark {
    @State(Scope.Benchmark)
    public static class Corpus {
        final List<RuleDocument> documents = new ArrayList<>();
        final List<String> queries = new ArrayList<>();
        final RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());

        @Setup
        public void read() throws IOException {
            String folder = System.getProperty("kqlift.bench.corpus", "corpus/samples");
            for (CorpusInput input : CorpusScanner.scan(List.of(folder)).inputs()) {
                if (RuleFiles.isRulePath(input.path())
                        && Decoder.decode(input.path(), Files.readAllBytes(Path.of(input.path())))
                                instanceof DecodeOutcome.Decoded(SourceFile file)
                        && RuleFiles.read(file) instanceof ReadOutcome.Rules(List<RuleDocument> found)) {
                    documents.addAll(found);
                }
            }
            for (RuleDocument document : documents) {
                document.query().ifPresent(query -> queries.add(query.text()));
            }
            if (queries.isEmpty()) {
                throw new IllegalStateException("no rules in " + folder);
            }
        }
    }

    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long queries;
    }

    /** Text to syntax tree. */
    @Benchmark
    public void parse(Corpus corpus, Count count, Blackhole hole) {
        for (String query : corpus.queries) {
            hole.consume(QueryParser.parse(query));
        }
        count.queries += corpus.queries.size();
    }

    /** Text to analysed rule: parse, bind, analyse. */
    @Benchmark
    public void compile(Corpus corpus, Count count, Blackhole hole) {
        for (RuleDocument document : corpus.documents) {
            hole.consume(corpus.compiler.compile(document));
        }
        count.queries += corpus.documents.size();
    }
}

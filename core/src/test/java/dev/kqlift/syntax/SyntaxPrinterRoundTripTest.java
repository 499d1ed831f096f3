package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.syntax.build.QueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyntaxPrinterRoundTripTest {
    @Test
    void everySampleReadsBackAsTheSameTree() {
        Map<String, String> samples = TestQueries.samples();
        assertThat(samples).hasSizeGreaterThan(40);
        assertThat(losses(samples)).isEmpty();
    }

    @Test
    void everyQueryOfTheCorpusReadsBackAsTheSameTree() {
        assumeTrue(TestQueries.hasCorpus(), TestQueries.NO_CORPUS);
        assertThat(losses(TestQueries.corpus())).isEmpty();
    }

    private static List<String> losses(Map<String, String> queries) {
        List<String> losses = new ArrayList<>();
        queries.forEach((id, text) -> {
            Optional<Query> query = QueryParser.parse(text).query();
            if (query.isPresent()) {
                String printed = SyntaxPrinter.print(query.get());
                ParsedQuery again = QueryParser.parse(printed);
                if (again.query().isEmpty()) {
                    losses.add(id + ": " + again.diagnostics() + "\n" + printed);
                } else if (!again.query().equals(query)) {
                    losses.add(id + ": another tree\n" + printed);
                } else if (!SyntaxPrinter.print(again.query().get()).equals(printed)) {
                    losses.add(id + ": another text\n" + printed);
                }
            }
        });
        return losses;
    }
}

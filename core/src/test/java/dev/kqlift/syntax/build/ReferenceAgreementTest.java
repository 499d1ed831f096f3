package dev.kqlift.syntax.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.TestQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares what is a query with the engine's own parser. */
class ReferenceAgreementTest {
    @Test
    void exactlyTheTextsThatTheReferenceParserRefusesAreRefused() {
        assumeTrue(TestQueries.hasCorpus(), TestQueries.NO_CORPUS);
        Map<String, Integer> reference = TestQueries.referenceErrors();
        List<String> different = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        TestQueries.corpus().forEach((id, text) -> {
            ParsedQuery parsed = QueryParser.parse(text);
            boolean expected = reference.getOrDefault(id, 0) == 0;
            if (parsed.query().isPresent() != expected) {
                different.add(id + (expected ? ": is a query, but " + parsed.diagnostics() : ": is no query"));
            }
            if (!expected) {
                refused.add(id);
            }
        });
        assertThat(different).isEmpty();
        assertThat(refused).hasSizeGreaterThan(100);
    }
}

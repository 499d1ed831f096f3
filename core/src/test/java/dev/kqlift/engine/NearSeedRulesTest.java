package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.semantic.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of five whole rules of the samples, line by line; {@code -Dkqlift.goldens=write} writes anew. */
class NearSeedRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host-name-guessing",
                "read-refused-then-granted-elsewhere",
                "refused-hosts-then-workload-token",
                "refused-workspaces-then-export",
                "warned-link-opened-anyway"
            })
    void theAnalysisOfAWholeRuleStaysAsItIs(String name) throws IOException {
        Path project = Surroundings.project();
        List<AnalyzedRule> rules =
                RuleText.compile(project.resolve("corpus/samples/near-seed").resolve(name + ".yaml"));
        assertThat(rules).hasSize(1);
        String text = RuleText.of(rules.getFirst());
        Path golden = project.resolve("core/src/test/resources/near-seed").resolve(name + ".txt");
        if ("write".equals(System.getProperty("kqlift.goldens"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}

package dev.kqlift.document;

import static dev.kqlift.document.Reading.passedOver;
import static dev.kqlift.document.Reading.position;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static dev.kqlift.document.Reading.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownRuleReaderTest {
    @Test
    void eachQueryBlockIsARuleNamedByTheHeadingAbove() {
        List<RuleDocument> rules = rules("r.md", """
                ```kql
                NoHeading
                ```
                # First ##
                Text.
                ```KQL
                A
                | take 1
                ```
                ```kusto {.copy}
                B
                ```
                ```python
                # not a heading
                ```
                Second
                ------
                ~~~~ kql
                C
                ~~~
                | where x
                ~~~~~
                """);

        assertThat(rules)
                .extracting(rule -> query(rule).text())
                .containsExactly("NoHeading\n", "A\n| take 1\n", "B\n", "C\n~~~\n| where x\n");
        assertThat(rules)
                .extracting(rule -> rule.metadata().name().map(Located::value).orElse("-"))
                .containsExactly("-", "First", "First", "Second");
        assertThat(position(rules.get(1), "take")).isEqualTo(new Position(8, 3));
    }

    @Test
    void fenceInAListItemLosesItsIndentation() {
        RuleDocument rule = rule("r.md", "- item\r\n\r\n    ```kql\r\n    T\r\n      | take 1\r\n   \r\n    ```\r\n");

        assertThat(query(rule).text()).isEqualTo("T\r\n  | take 1\r\n\r\n");
        assertThat(position(rule, "take")).isEqualTo(new Position(5, 9));
        assertThat(query(rule("r.md", "1. ```kql\n   T\n   ```\n")).text()).isEqualTo("T\n");
    }

    @Test
    void unclosedFenceRunsToTheEnd() {
        assertThat(query(rule("r.md", "```kql\nT\n\n| take 1")).text()).isEqualTo("T\n\n| take 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Only text",
                "```\nT\n```",
                "```kqlx\nT\n```",
                "```sql\n```kql\nT\n```",
                "``kql\nT\n``",
                "```kql T```",
                "    ```kql\n    T\n    ```",
                "```kql\n  \n```"
            })
    void fileWithoutAQueryBlockIsPassedOver(String text) {
        assertThat(passedOver("r.md", text).reason()).contains("`kql`");
    }
}

package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.syntax.build.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of words against the grammar. */
class NameWordsTest {
    private static final List<String> DECLARING = List.of(
            "datatable(a:long, %s:string)[]",
            "externaldata(%s:string)['https://contoso.example/a.csv']",
            "let f = (%s:string) { 1 }; print f('a')",
            "let f = (T:(%s:string)) { T | count }; f(X)",
            "let f = (a:long) { a }; print f(%s=1)",
            "T | extend a = 1, %s = 2",
            "T | project %s = a",
            "T | summarize n = count() by %s = a",
            "T | parse a with 'x' %s:long",
            "T | evaluate python(typeof(*, %s:long), 'x')",
            "print %s = 1");

    private static final Pattern WORD = Pattern.compile("'([A-Za-z_][A-Za-z_0-9]*)'");

    @Test
    void everyWordOfTheLexerIsInTheTable() throws IOException {
        assertThat(words()).hasSizeGreaterThan(180).allMatch(NameWords::isKeyword);
    }

    @Test
    void whatTheTableCallsReadableCanBeReadAndTheRestCannot() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String word : words()) {
            boolean read = QueryParser.parse("T | extend x = " + word).query().isPresent();
            if (read != NameWords.readable(word)
                    && !Set.of("true", "True", "TRUE", "false", "False", "FALSE")
                            .contains(word)) {
                wrong.add(word);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What the table calls declarable is the name of a column or a parameter wherever one is declared. */
    @Test
    void wordsThatCanOnlyBeDeclaredNameColumns() throws IOException {
        int count = 0;
        for (String word : words()) {
            if (NameWords.declarable(word) && !NameWords.readable(word)) {
                count++;
                for (String query : DECLARING) {
                    assertThat(QueryParser.parse(query.formatted(word)).query())
                            .as(query, word)
                            .isPresent();
                }
                for (String query : List.of("let %s = 5; print 1", "range %s from 1 to 2 step 1", "T | as %s")) {
                    assertThat(QueryParser.parse(query.formatted(word)).query())
                            .as(query, word)
                            .isEmpty();
                }
            }
        }
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void wordsThatAlwaysNeedBracketsDeclareNothing() {
        for (String word : List.of("startswith", "has_any", "and", "project", "union", "hasprefix", "asc")) {
            for (String query : DECLARING) {
                assertThat(QueryParser.parse(query.formatted(word)).query())
                        .as(query, word)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyWordCanBeANameInBrackets() throws IOException {
        for (String word : words()) {
            assertThat(QueryParser.parse(
                                    "T | extend ['" + word + "'] = 1 | where ['" + word + "'] == a.['" + word + "']")
                            .query())
                    .as(word)
                    .isPresent();
        }
    }

    private static Set<String> words() throws IOException {
        String lexer =
                Files.readString(TestQueries.root().resolve("grammar/src/main/antlr4/dev/kqlift/grammar/KqlLexer.g4"));
        Set<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(lexer.substring(0, lexer.indexOf("// Literals.")));
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        words.remove("skip");
        // A function's name that is a token for the sake of one operator.
        words.remove("bin");
        return words;
    }
}

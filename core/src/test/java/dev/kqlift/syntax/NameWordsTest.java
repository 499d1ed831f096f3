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

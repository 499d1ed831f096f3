package dev.kqlift.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.grammar.SyntaxError.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {
    /** The error's place is the text between the angle quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "T | where a ==«»#found the end of the query, expected an expression",
                "T | «foo» a#found `foo`, expected a query operator (`where`, `project`, `summarize`, …) or `as`",
                "T | sort «a»#found `a`, expected `by`",
                "T | project a «b»#found `b` right after `a`, expected an operator, `,`, `|`, `;` or the end of the query between them",
                "T | where a == 1«)»#found `)` without the bracket that it closes",
                "T | where (a == 1«»#found the end of the query, expected `|`, `,` or `)`",
                "T | where a «in» 1#`in` takes what it compares with in parentheses: `in (…)`",
                "«|» where a == 1#found `|` where a statement begins, expected a table before it",
                "T; «|» where a == 1#found `|` where a statement begins, expected a table before it; remove the `;` if the query goes on",
                "T | where a == «\"x»#the string is not closed on its line; add the closing quote",
                "T | where a == \"C:«\\W»indows\"#the string has the unknown escape `\\W`; double the backslash, or write @\"…\"",
                "T | where a «&» b#no token of KQL begins with `&`; remove it or put it into a string",
                "T | where «a$b» == 1#the name `a$b` has to be written in brackets: ['a$b']",
                "let x «5»; T#found `5`, expected `=`",
                "T | extend x = dynamic({«a»: 1})#found `a`, expected a string or `}`",
                "datatable(a «string») []#found `string`, expected `:`",
            })
    void saysWhatWasFoundAndWhatWasExpected(String marked, String message) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        List<SyntaxError> errors =
                KqlGrammar.parse(marked.replace("«", "").replace("»", "")).errors();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).message()).isEqualTo(message);
        assertThat(errors.get(0).start()).isEqualTo(start);
        assertThat(errors.get(0).end()).isEqualTo(end);
    }

    @Test
    void aStatementOnANewLineIsSaidToMissTheSemicolonBeforeIt() {
        for (String text : List.of(
                "let a = 1\nlet b = 2;\nT",
                "let a = 1\nT | take 1",
                "T | summarize count() by a\nU\n| take 1",
                "T | render timechart\nU\n| take 1",
                "T\nunion A, B")) {
            List<SyntaxError> errors = KqlGrammar.parse(text).errors();
            assertThat(errors).as(text).extracting(SyntaxError::kind).containsExactly(Kind.MISSING_SEMICOLON);
            assertThat(text.charAt(errors.get(0).start() - 1)).as(text).isEqualTo('\n');
        }
    }

    @Test
    void everyFaultyOperatorAndStatementIsReported() {
        assertThat(KqlGrammar.parse("T | where a ==\n| extend b =\n| take 5").errors())
                .hasSize(2);
        assertThat(KqlGrammar.parse("let a = ;\nlet b = ;\nlet c = ;\nT").errors())
                .hasSize(3);
        assertThat(KqlGrammar.parse("T | where a == 'x\n| where b == \"\\q\"").errors())
                .hasSize(2);
    }

    @Test
    void oneFaultIsNotReportedTwice() {
        assertThat(KqlGrammar.parse("T | top by a").errors()).hasSize(1);
        assertThat(KqlGrammar.parse("T | where a between 1 and 2").errors()).hasSize(1);
    }

    @Test
    void withErrorsThereIsStillATreeOfTheRest() {
        ParseOutcome outcome = KqlGrammar.parse("T | where | take 5");
        assertThat(outcome.tree()).isPresent();
        assertThat(outcome.usedFullLookahead()).isTrue();
    }

    @Test
    void aFloodOfFaultsIsCutOff() {
        assertThat(KqlGrammar.parse("T | where ;".repeat(500)).errors()).hasSizeBetween(10, 50);
    }

    @Test
    void placesCountUtf16Units() {
        String text = "print '\uD83D\uDE00\uD83D\uDE00' | foo";
        assertThat(KqlGrammar.parse(text).errors().get(0).start()).isEqualTo(text.indexOf("foo"));
        String bom = "\uFEFFT | foo";
        assertThat(KqlGrammar.parse(bom).errors().get(0).start()).isEqualTo(bom.indexOf("foo"));
    }
}

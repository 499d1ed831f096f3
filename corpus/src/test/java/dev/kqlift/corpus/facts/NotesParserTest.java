package dev.kqlift.corpus.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NotesParserTest {
    @Test
    void sectionsBeginAtHeadingsOfTheFirstTwoLevels() {
        assertThat(RuleNotes.parse("""
                        # The rule

                        ## Hypothesis ##

                        Someone does it.

                        ### At night

                        More so.
                        ## Response
                        Call.
                        """).sections())
                .containsExactly(
                        new RuleNotes.Section("Hypothesis", "Someone does it.\n\n### At night\n\nMore so."),
                        new RuleNotes.Section("Response", "Call."));
    }

    @Test
    void headingsInsideCodeBlocksAreText() {
        assertThat(RuleNotes.parse("""
                        ## Tuning
                        ````kql
                        ```
                        ## not a heading
                        ````
                        ## Next
                        ``` `x` ```
                        ## Last
                        """).sections())
                .extracting(RuleNotes.Section::heading)
                .containsExactly("Tuning", "Next", "Last");
    }

    @Test
    void textAboveTheFirstHeadingIsASectionWithoutOne() {
        assertThat(RuleNotes.parse("\r\n  Known good:\r\n\r\n\tnone\r\n#no heading\r\n")
                        .sections())
                .containsExactly(new RuleNotes.Section("", "  Known good:\n\n\tnone\n#no heading"));
        assertThat(RuleNotes.parse("").sections()).isEmpty();
        assertThat(RuleNotes.parse("# Title\n").sections()).isEmpty();
        assertThat(RuleNotes.parse("## Response\n").sections()).containsExactly(new RuleNotes.Section("Response", ""));
    }

    @Test
    void headingsMayBeEmptyOrOfAnyCharacters() {
        assertThat(RuleNotes.parse("##\na\n## <b>&\nb\n## # #\nc\n").sections())
                .extracting(RuleNotes.Section::heading)
                .containsExactly("", "<b>&", "#");
    }
}

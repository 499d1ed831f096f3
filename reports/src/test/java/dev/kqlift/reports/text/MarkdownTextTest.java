package dev.kqlift.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTextTest {
    @Test
    void plainNamesStayAsTheyAre() {
        assertThat(MarkdownText.line("Sign-in (risky), 100% of v1.2: \"admin's\"!"))
                .isEqualTo("Sign-in (risky), 100% of v1.2: \"admin's\"!");
    }

    @Test
    void markupIsShownAndNotMeant() {
        assertThat(MarkdownText.line("# **a** _b_ [c](d) <e> `f` | g ~h~ &lt; $i$"))
                .isEqualTo("\\#<!-- --> \\*\\*a\\*\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` \\| g \\~h\\~ \\&lt; \\$i\\$");
        assertThat(MarkdownText.line("- a")).isEqualTo("\\- a");
        assertThat(MarkdownText.line("12. a")).isEqualTo("12\\. a");
        assertThat(MarkdownText.line("a\nb\u202e")).isEqualTo("a\\\\nb\\\\u202e");
    }

    @Test
    void mentionsIssuesAndAddressesAreNoLinks() {
        assertThat(MarkdownText.line("@team fixes #12")).isEqualTo("<!-- -->@<!-- -->team fixes \\#<!-- -->12");
        assertThat(MarkdownText.line("see https://contoso.example or WWW.contoso.example"))
                .isEqualTo("see https<!-- -->://contoso.example or WWW<!-- -->.contoso.example");
    }

    @Test
    void codeHoldsBackQuotesAndBars() {
        assertThat(MarkdownText.code("a|b")).isEqualTo("`a\\|b`");
        assertThat(MarkdownText.code("`a``b")).isEqualTo("``` `a``b ```");
        assertThat(MarkdownText.code("")).isEqualTo("*empty*");
    }
}

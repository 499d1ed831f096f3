package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class FileProfilesTest {
    private static final String KNOWN = "a".repeat(40);
    private static final String UNKNOWN = "b".repeat(40);
    private static final LocalTable PROFILES = TableText.of(
            "SHA1:string,SHA256:string,GlobalPrevalence:int,SignatureState:string",
            KNOWN + "|" + "c".repeat(64) + "|7|Unsigned");

    private static Map<String, LocalTable> files(String... rows) {
        return Map.of("Files", TableText.of("Name:string,SHA1:string", rows), "FileProfile", PROFILES);
    }

    @Test
    void aProfileIsFoundByItsHash() {
        assertThat(Answers.of(
                        "Files | invoke FileProfile(SHA1, 1000) | project Name, GlobalPrevalence, SignatureState, SHA256, ProfileAvailability",
                        files("one|" + KNOWN)))
                .containsExactly(
                        "Name:string,GlobalPrevalence:int,SignatureState:string,SHA256:string,ProfileAvailability:string",
                        "one|7|Unsigned|" + "c".repeat(64) + "|Available");
    }

    @Test
    void aFileThatIsNotKnownIsMissingAndOneWithoutAHashIsNotLookedUp() {
        assertThat(Answers.of(
                        "Files | invoke FileProfile('SHA1') | project Name, GlobalPrevalence, ProfileAvailability",
                        files("one|" + UNKNOWN, "two|")))
                .containsExactly(
                        "Name:string,GlobalPrevalence:int,ProfileAvailability:string", "one|null|Missing", "two|null|");
    }

    @Test
    void theColumnIsSha1WhereNoneIsNamed() {
        assertThat(Answers.of("Files | invoke FileProfile() | project Name, GlobalPrevalence", files("one|" + KNOWN)))
                .containsExactly("Name:string,GlobalPrevalence:int", "one|7");
    }

    @Test
    void columnsThatTheRowsHaveKeepTheirNames() {
        assertThat(Answers.of("Files | invoke FileProfile(SHA1) | getschema | project ColumnName", files()))
                .contains("SHA1", "SHA11", "SoftwareName", "ProfileAvailability");
    }

    @Test
    void theStateOfTheSignatureOfAnUnknownFileIsRefusedWhereItMatters() {
        assertThat(Answers.refusal(
                        "Files | invoke FileProfile(SHA1) | where SignatureState == 'x'", files("one|" + UNKNOWN)))
                .contains("SignatureState");
        assertThat(Answers.of("Files | invoke FileProfile(SHA1)", files("one|" + UNKNOWN)))
                .containsExactly("KR001");
        assertThat(Answers.of("Files | invoke FileProfile(SHA1) | count", files("one|" + UNKNOWN)))
                .containsExactly("Count:long", "1");
    }

    @Test
    void moreRecordsThanTheLimitAreRefused() {
        assertThat(Answers.of("Files | invoke FileProfile(SHA1, 1) | count", files("one|" + KNOWN)))
                .containsExactly("Count:long", "1");
        assertThat(Answers.refusal(
                        "Files | invoke FileProfile(SHA1, 1) | count", files("one|" + KNOWN, "two|" + KNOWN)))
                .contains("its limit is 1");
    }

    @Test
    void whatIsNotDocumentedIsRefused() {
        assertThat(Answers.refusal("Files | invoke FileProfile(Name)", files())).contains("`Name` is none of them");
        assertThat(Answers.refusal("Files | invoke FileProfile(SHA1) | count", files("one|abc")))
                .contains("whether `abc` is the hash of a file");
        assertThat(Answers.refusal("Files | invoke FileProfile(SHA1) | count", files("one|" + "A".repeat(40))))
                .contains("another case");
        assertThat(Answers.refusal(
                        "Files | invoke FileProfile(SHA1)", Map.of("Files", TableText.of("SHA1:string", KNOWN))))
                .contains("there are no data for `FileProfile`");
        assertThat(Answers.refusal("Files | invoke Elsewhere()", files())).contains("`Elsewhere` is not defined");
    }

    @Test
    void theProfilesAreNoTable() {
        assertThat(Answers.of("union withsource=From * | distinct From", files("one|" + KNOWN)))
                .containsExactly("From:string", "Files");
    }

    @Test
    void aFunctionOfTheQueryIsInvokedOverTheInput() {
        assertThat(Answers.of(
                        "let Marked = (T:(Name:string), suffix:string) { T | extend Name = strcat(Name, suffix) }; Files | invoke Marked('!') | project Name",
                        files("one|x")))
                .containsExactly("Name:string", "one!");
    }
}

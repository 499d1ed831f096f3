package dev.kqlift.lint;

import static dev.kqlift.lint.Applicability.SAFE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks of meaning must not take for a mistake. */
final class QueryMeaningChecksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | where tolower(UserPrincipalName) == \"ann@contoso.example\"",
                "SigninLogs | where tolower(UserPrincipalName) =~ \"Ann@contoso.example\"",
                "SigninLogs | where tolower(UserPrincipalName) has \"Ann\"",
                "SigninLogs | where UserPrincipalName == \"Ann@contoso.example\"",
            })
    void aCaseThatTheTextCanHavePasses(String query) {
        assertThat(FoundIn.query("KL601", query)).isEmpty();
    }

    @Test
    void caseIsFollowedThroughRenames() {
        assertThat(
                        FoundIn.query(
                                "KL601",
                                "SigninLogs | extend a = tolower(Identity) | project-rename b = a\n| where b in (\"ann\", \"Bob\")"))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DeviceProcessEvents | where FileName =~ \"cmd.exe\"",
                "DeviceProcessEvents | where FileName == \"123\"",
                "DeviceProcessEvents | where DeviceName == \"srv-01.contoso.example\"",
                "DeviceProcessEvents | extend FileName = tolower(FileName) | where FileName == \"cmd.exe\"",
                "DeviceProcessEvents | where ActionType == \"ProcessCreated\"",
            })
    void equalityWithCaseIsRightWhereCaseIsFixed(String query) {
        assertThat(FoundIn.query("KL602", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where EventID == 4624 or EventID == 4625",
                "SecurityEvent | where EventID == 4624 and LogonType == 10",
                "SecurityEvent | where LogonType > 2 and LogonType <= 3",
                "SecurityEvent | where LogonType >= 3 and LogonType <= 3",
                "SecurityEvent | where Account =~ \"a\" and Account == \"A\"",
                "SecurityEvent | where Account !~ \"b\" and Account == \"a\"",
                "SecurityEvent | where Account in (\"a\", \"b\") | where Account in (\"b\", \"c\")",
                "SecurityEvent | where EventID == 4624 | summarize EventID = max(EventID) | where EventID == 1",
                "SecurityEvent | where EventID == 4624 | extend EventID = 1 | where EventID == 4625",
                "SecurityEvent | where EventID == 4624 | union SigninLogs | where EventID == 4625",
                "SecurityEvent | where TimeGenerated between (datetime(2024-01-02) .. 1h)",
                "SecurityEvent | where not(LogonType > 3) and not(LogonType < 3)",
                "search * | where * == \"a\" and * == \"b\"",
                "print a = 1 | where rand() == 1 and rand() == 2",
            })
    void testsThatAValuePassesTogetherAreNoContradiction(String query) {
        assertThat(FoundIn.query("KL603", query)).isEmpty();
    }

    @Test
    void aParameterOfAFunctionIsNoConstant() {
        assertThat(FoundIn.query(
                        "KL603",
                        "let f = (id: int) { SecurityEvent | where EventID == id and EventID == 4624 };\nf(4625)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where Account =~ \"a\" and Account == \"b\"",
                "SecurityEvent | where Account !in~ (\"A\", \"b\") and Account == \"a\"",
                "SecurityEvent | where not(Account in (\"a\")) and Account == \"a\"",
                "SecurityEvent | where isempty(Account) and Account == \"a\"",
                "SecurityEvent | where LogonType > 5 and LogonType == 3",
                "SecurityEvent | where LogonType between (5 .. 3)",
                "SecurityEvent | where EventID == 1 | join kind=leftouter SigninLogs on Type | where EventID == 2",
            })
    void testsThatNoValuePassesTogetherAreTold(String query) {
        assertThat(FoundIn.query("KL603", query)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where EventID != 1 and EventID != 2",
                "SecurityEvent | where EventID != 1 or LogonType != 2",
                "SecurityEvent | where EventID != 1 or EventID != 1",
                "SecurityEvent | where EventID < 1 or EventID > 2",
                "SecurityEvent | where EventID between (1 .. 5) or EventID between (3 .. 9)",
                "SecurityEvent | where Account != \"a\" or Account !~ \"A\"",
            })
    void testsThatLeaveSomethingOutPass(String query) {
        assertThat(FoundIn.query("KL604", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where EventID !in (1, 2) or EventID !in (3, 4)",
                "SecurityEvent | where EventID < 5 or EventID >= 5",
                "SecurityEvent | where EventID == 5 or EventID != 5",
            })
    void testsThatCoverEverythingAreTold(String query) {
        assertThat(FoundIn.query("KL604", query)).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DestinationIP startswith \"10.\" | false",
                "DestinationIP startswith \"192.168\" | false",
                "DestinationIP startswith \"127.0.0.\" | false",
                "DestinationIP startswith \"172.1\" | true",
                "DestinationIP startswith \"10.0.0.1\" | true",
                "DestinationIP startswith \"10.0.0.26\" | false",
                "DestinationIP contains \"10.\" | true",
                "DestinationIP contains \"203.0.113.77\" | false",
                "DestinationIP contains \"13.0.113.77\" | true",
                "Message startswith \"10.0.0.1\" | false",
                "DestinationIP startswith \"fe80\" | false",
            })
    void anAddressIsTextOnlyWhereItCannotGoOn(String test, boolean found) {
        assertThat(FoundIn.query("KL610", "CommonSecurityLog | where " + test)).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DeviceProcessEvents | where FileName matches regex @\"a\\.exe\"",
                "DeviceProcessEvents | where FileName matches regex @\"update[.]exe\"",
                "DeviceProcessEvents | where FileName matches regex @\"update.*exe\"",
                "DeviceProcessEvents | where FileName matches regex @\"\\\\a.b\"",
                "DeviceNetworkEvents | where RemoteIP matches regex @\"\\d{1,3}.\\d{1,3}.\\d{1,3}\"",
            })
    void aDotThatIsEscapedOrMeantPasses(String query) {
        assertThat(FoundIn.query("KL607", query)).isEmpty();
    }

    @Test
    void aPlainPatternIsReplacedUnseenOnlyWhereNothingStandsAroundIt() {
        assertThat(FoundIn.fixes("KL609", "SigninLogs | where UserAgent matches regex \"curl\""))
                .containsExactly(SAFE);
        assertThat(FoundIn.fixes("KL609", "SigninLogs | where UserAgent matches regex \"^curl\""))
                .isEmpty();
        assertThat(FoundIn.query("KL609", "SigninLogs | where UserAgent matches regex @\"cu.l\""))
                .isEmpty();
    }

    @Test
    void keysOfLiteralTablesHaveTheCaseThatTheirAuthorGaveThem() {
        assertThat(
                        FoundIn.query(
                                "KL614",
                                "let known = datatable(F: string)[\"cmd.exe\"];\nDeviceProcessEvents | extend F = tolower(FileName) | join kind=inner known on F"))
                .isEmpty();
    }

    @Test
    void severalKeysOfDifferentCaseAreOneFinding() {
        assertThat(
                        FoundIn.query(
                                "KL614",
                                "SecurityEvent | extend TargetUserName = tolower(TargetUserName), TargetDomainName = toupper(TargetDomainName)\n| join kind=inner SecurityEvent on TargetUserName, TargetDomainName"))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | summarize n = count() by UserPrincipalName | join AuditLogs on $left.UserPrincipalName == $right.Identity",
                "SigninLogs | distinct UserPrincipalName | project Identity = UserPrincipalName | join AuditLogs on Identity",
                "SigninLogs | summarize n = count() by Identity | where n > 3 | sort by n | join AuditLogs on Identity, CorrelationId",
                "SigninLogs | summarize n = count() | extend k = 1 | join (AuditLogs | extend k = 1) on k",
                "SigninLogs | join kind=innerunique AuditLogs on CorrelationId",
            })
    void aJoinThatLosesNothingNeedsNoKind(String query) {
        assertThat(FoundIn.query("KL612", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | summarize n = count() by Identity, IPAddress | join AuditLogs on Identity",
                "SigninLogs | distinct Identity | mv-expand k = dynamic([1, 2]) | join AuditLogs on Identity",
                "let f = (t: (Identity: string)) { t | join AuditLogs on Identity };\nunion (f((SigninLogs | distinct Identity))), (f((SigninLogs | project Identity)))",
            })
    void aJoinThatMayLoseRowsIsToldWhateverGroupsThem(String query) {
        assertThat(FoundIn.query("KL612", query)).hasSize(1);
    }

    @Test
    void anAddressCutOutOfATextIsOneOrEmpty() {
        assertThat(
                        FoundIn.query(
                                "KL611",
                                "DeviceProcessEvents | extend Ip = extract(@\"\\d+\\.\\d+\\.\\d+\\.\\d+\", 0, ProcessCommandLine) | where not(ipv4_is_private(Ip))"))
                .isEmpty();
    }

    @Test
    void capitalsNeverMeetANameInLowerCase() {
        assertThat(FoundIn.query("KL602", "DeviceProcessEvents | where DeviceName == \"SRV-01.contoso.example\""))
                .containsExactly(1);
    }

    @Test
    void aConstantThatIsAskedForNullIsNoFilter() {
        assertThat(FoundIn.query("KL605", "print isnull(\"\")")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | join kind=leftouter AuditLogs on CorrelationId | where isempty(OperationName1)",
                "SigninLogs | join kind=leftouter AuditLogs on CorrelationId | where isnotempty(OperationName1)",
                "SigninLogs | join kind=leftouter AuditLogs on CorrelationId | where OperationName1 != \"x\"",
                "SigninLogs | join kind=leftouter AuditLogs on CorrelationId | where OperationName == \"x\"",
                "SigninLogs | join kind=inner AuditLogs on CorrelationId | where OperationName1 == \"x\"",
                "SigninLogs | join kind=leftouter AuditLogs on CorrelationId | where OperationName1 == \"x\" or isempty(OperationName1)",
            })
    void filtersThatLetUnmatchedRowsPassKeepTheOuterJoin(String query) {
        assertThat(FoundIn.query("KL615", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | summarize a = count(), b = count() | extend c = 100 * a / b",
                "SigninLogs | summarize a = count(), b = count() | extend c = 1.0 * a / b * 100",
                "SigninLogs | summarize a = count() | extend c = a / 60",
                "SigninLogs | summarize a = sum(1.5), b = count() | extend c = round(a / b, 2)",
            })
    void aDivisionWhoseFractionStaysOrIsNotAskedForPasses(String query) {
        assertThat(FoundIn.query("KL617", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | summarize s = make_set(Location) by Identity | where s == \"[]\"",
                "SigninLogs | summarize s = make_set(Location) by Identity | where tostring(s) == \"a\"",
                "SigninLogs | summarize s = make_set(Location) by Identity | mv-expand s | where s == \"a\"",
                "SigninLogs | extend s = split(Identity, \" \")[0] | where s == \"a\"",
            })
    void whatIsNoListAnyMorePasses(String query) {
        assertThat(FoundIn.query("KL618", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where EventID == 1 and (Account has \"a\" or Account has \"b\")",
                "SecurityEvent | where (EventID == 1 and Account has \"a\") or Account has \"b\"",
                "SecurityEvent | where EventID == 1 and Account has \"a\" or EventID == 2 and Account has \"b\"",
                "SecurityEvent | where EventID == 1 and Account has \"a\" or LogonType == 3",
            })
    void parenthesesAndListsOfCasesSayWhatIsMeant(String query) {
        assertThat(FoundIn.query("KL620", query)).isEmpty();
    }

    @Test
    void topAndSortedRowsAreNotArbitrary() {
        assertThat(FoundIn.scheduled("KL621", "1h", "1h", "SigninLogs\n| sort by TimeGenerated desc\n| take 5"))
                .isEmpty();
        assertThat(FoundIn.scheduled("KL621", "1h", "1h", "SigninLogs\n| top 5 by TimeGenerated"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | sort by TimeGenerated asc | summarize make_list(IPAddress) by Identity",
                "SigninLogs | sort by TimeGenerated asc | summarize take_any(IPAddress) by Identity",
                "SigninLogs | sort by TimeGenerated asc | extend n = row_number()",
                "SigninLogs | sort by TimeGenerated asc",
            })
    void aSortThatSomethingReadsHasAnEffect(String query) {
        assertThat(FoundIn.query("KL622", query)).isEmpty();
    }

    @Test
    void deletingASortLeavesTheRuleWhole() {
        String rule = FoundIn.rule("1h", "1h", "SigninLogs\n| where ResultType == \"0\"\n| sort by TimeGenerated");
        assertThat(FoundIn.fixed("KL622", "rule.yaml", rule))
                .isEqualTo(FoundIn.rule("1h", "1h", "SigninLogs\n| where ResultType == \"0\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | extend a = Identity | extend b = a | project b",
                "SigninLogs | extend a = Identity",
                "SigninLogs | extend a = Identity | join kind=inner (AuditLogs | extend a = Identity) on a | project Type",
                "SigninLogs | extend a = Identity | union AuditLogs | project a",
                "SigninLogs | extend a = Identity | evaluate narrow()",
                "let t = SigninLogs | extend a = Identity | project a;\nAuditLogs | where Identity in (t)",
                "SigninLogs | extend a = Identity | summarize arg_max(TimeGenerated, *) by Location",
            })
    void aColumnThatIsReadSomewhereIsUsed(String query) {
        assertThat(FoundIn.query("KL627", query)).isEmpty();
    }

    @Test
    void aColumnReadOnlyByAColumnThatNothingReadsIsUnused() {
        assertThat(FoundIn.query(
                        "KL627", "SigninLogs\n| extend a = Identity\n| extend b = strlen(a)\n| project Location"))
                .containsExactly(2, 3);
    }

    @Test
    void namesInTwoCasesAreTwoValuesUnderIn() {
        assertThat(FoundIn.query("KL631", "SigninLogs | where Location in (\"us\", \"US\")"))
                .isEmpty();
    }

    @Test
    void notEqualToNullAsksForAValue() {
        assertThat(FoundIn.query("KL636", "SigninLogs | where DeviceDetail != dynamic(null)"))
                .isEmpty();
    }

    @Test
    void anEmptyListOfExceptionsIsInOrder() {
        assertThat(
                        FoundIn.query(
                                "KL641",
                                "let known = dynamic([]);\nSigninLogs | where not(Identity in (known)) and Identity !in (known)"))
                .isEmpty();
    }

    @Test
    void aCountOverAllRowsMayBeZero() {
        assertThat(FoundIn.query("KL642", "SigninLogs | summarize n = count() | where n > 0"))
                .isEmpty();
        assertThat(FoundIn.query(
                        "KL642", "SigninLogs | summarize n = countif(ResultType == \"1\") by Type | where n > 0"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "makeset(Identity) | > 100 | false",
                "makeset(Identity) | > 128 | true",
                "makeset(Identity) | >= 128 | false",
                "make_set(Identity) | > 5000 | false",
                "make_set(Identity, 50) | >= 51 | true",
            })
    void aThresholdBelowTheLimitCanBeReached(String list, String test, boolean found) {
        assertThat(FoundIn.query(
                        "KL633", "SigninLogs | summarize s = " + list + " by Location | where array_length(s) " + test))
                .hasSize(found ? 1 : 0);
    }
}

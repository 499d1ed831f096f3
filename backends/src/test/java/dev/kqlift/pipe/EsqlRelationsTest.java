package dev.kqlift.pipe;

import static dev.kqlift.testing.Query.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.testing.Query;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class EsqlRelationsTest {
    private final Query table =
            Query.table("Custom_CL", "s:string", "t:string", "n:long", "d:dynamic", "TimeGenerated:datetime");
    private final Query signIns = Query.table(
            "SigninLogs",
            "TimeGenerated:datetime",
            "UserPrincipalName:string",
            "IPAddress:string",
            "ResultType:string",
            "Status:dynamic",
            "ConditionalAccessPolicies:dynamic");

    private static String query(Query query) {
        Translation translation = query.to("esql");
        assertThat(translation.text()).as("%s", translation.notes()).isPresent();
        String text = translation.text().orElseThrow();
        return text.substring(text.indexOf("FROM "));
    }

    @Test
    void unknownTableIsLookedForUnderItsName() {
        assertThat(query(table)).isEqualTo("FROM custom_cl METADATA _id, _index, _version\n| LIMIT 10000\n");
        assertThat(table.to("esql").notes()).extracting(note -> note.code()).containsOnly(DiagnosticCode.KX006);
        assertThat(table.to("esql").fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void tablesThatShareAnIndexAreToldApart() {
        assertThat(query(signIns)).startsWith("""
            FROM logs-azure.signinlogs-* METADATA _id, _index, _version
            | WHERE azure.signinlogs.category == "SignInLogs"
            """);
    }

    @Test
    void addressFieldIsTextOnlyWhereTextIsMeant() {
        assertThat(query(signIns.where(equal(signIns.ref("IPAddress"), text("10.1.2.3")))))
                .contains("| WHERE TO_STRING(source.ip) == \"10.1.2.3\"");
        assertThat(query(signIns.where(call("ipv4_is_private", KqlType.BOOL, signIns.ref("IPAddress")))))
                .contains("| WHERE CIDR_MATCH(TO_IP(source.ip), ");
    }

    @Test
    void flattenedFieldIsRefused() {
        Translation translation = signIns.where(
                        equal(call("tostring", KqlType.STRING, signIns.ref("ConditionalAccessPolicies")), text("x")))
                .to("esql");
        assertThat(translation.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void fieldStoredInLowerCaseCannotTellCase() {
        Query devices = Query.table("DeviceProcessEvents", "DeviceName:string");
        Translation translation =
                devices.where(equal(devices.ref("DeviceName"), text("Host"))).to("esql");
        assertThat(translation.fidelity()).isEqualTo(Fidelity.WIDER);
        assertThat(translation.text().orElseThrow()).contains("TO_LOWER(host.name) == \"host\"");
    }

    @Test
    void constantsAreWrittenAsTheIndexWritesItsValues() {
        Query devices = Query.table("DeviceEvents", "ActionType:string");
        Scalar action = devices.ref("ActionType");
        assertThat(query(devices.where(equal(action, text("Usb Drive")))))
                .contains("WHERE event.action == \"usb-drive\"");
        assertThat(query(devices.where(in(action, CaseRule.SENSITIVE, true, text("A"), text("B")))))
                .contains("WHERE event.action IS NULL OR event.action NOT IN (\"a\", \"b\")");
        assertThat(query(devices.where(match(MatchKind.SUBSTRING, action, "B d"))))
                .contains("TO_LOWER(event.action) LIKE \"*b-d*\"");
        assertThat(devices.where(match(MatchKind.REGEX, action, "[A-Z]"))
                        .to("esql")
                        .fidelity())
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void valuesThatTheIndexChangesAreNotComparedWithIt() {
        Query dns = Query.table("DnsEvents", "ResultCode:string");
        Translation translation =
                dns.where(equal(dns.ref("ResultCode"), text("3"))).to("esql");
        assertThat(translation.text().orElseThrow()).contains("WHERE ResultCode == ");
        assertThat(translation.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo(DiagnosticCode.KX006);
            assertThat(note.message()).contains("dns.response_code");
        });
    }

    @Test
    void fieldThatHoldsTwoColumnsStandsForNeither() {
        Translation translation = signIns.where(equal(
                        call("tostring", KqlType.STRING, member(signIns.ref("Status"), "failureReason")), text("a")))
                .to("esql");
        assertThat(translation.text().orElseThrow()).contains("WHERE Status.failureReason == ");
        Query logons = Query.table("SecurityEvent", "SubjectUserName:string");
        assertThat(query(logons.where(equal(logons.ref("SubjectUserName"), text("a")))))
                .contains("WHERE winlog.event_data.SubjectUserName == ");
    }

    @Test
    void numberStoredAsTextIsConverted() {
        Query events = Query.table("SecurityEvent", "EventID:int");
        assertThat(query(events.where(equal(events.ref("EventID"), whole(4625)))))
                .contains("| WHERE TO_LONG(event.code) == 4625");
    }

    @Test
    void groupKeysTakeTheEmptyTextForAMissingOne() {
        assertThat(query(table.summarize(
                        List.of("count_", aggregate("count", KqlType.LONG)), List.of("s", table.ref("s")))))
                .contains("| EVAL s = COALESCE(s, \"\")\n| STATS count_ = COUNT(*) BY s\n");
    }

    @Test
    void binsOfTheSameOriginAreTruncated() {
        Query hours = table.summarize(
                List.of("count_", aggregate("count", KqlType.LONG)),
                List.of("TimeGenerated", call("bin", KqlType.DATETIME, table.ref("TimeGenerated"), span(3600))));
        assertThat(query(hours))
                .contains("| STATS count_ = COUNT(*) BY TimeGenerated = DATE_TRUNC(1 hour, TimeGenerated)");
    }

    @Test
    void binsOfAnotherOriginAreRefusedAndWeeksAreNot() {
        assertThat(bins(3 * 86_400).fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(bins(7 * 86_400).text().orElseThrow()).contains("DATE_TRUNC(7 days, TimeGenerated)");
        assertThat(bins(86_400).text().orElseThrow()).contains("DATE_TRUNC(1 day, TimeGenerated)");
        assertThat(bins(300).text().orElseThrow()).contains("DATE_TRUNC(5 minutes, TimeGenerated)");
        assertThat(bins(7 * 3600).fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    private Translation bins(long seconds) {
        return table.extend("b", call("bin", KqlType.DATETIME, table.ref("TimeGenerated"), span(seconds)))
                .to("esql");
    }

    @Test
    void binsOfNegativeNumbersRoundDown() {
        assertThat(query(table.extend("b", call("bin", KqlType.LONG, table.ref("n"), whole(5)))))
                .contains("EVAL b = n - (n % 5 + 5) % 5");
    }

    @Test
    void remainderIsNeverNegative() {
        assertThat(query(table.extend(
                        "m", arithmetic(ArithmeticOperator.MODULO, table.ref("n"), whole(-4), KqlType.LONG))))
                .contains("EVAL m = (n % -4 + ABS(-4)) % ABS(-4)");
    }

    @Test
    void subtractionIsBracketedOnTheRight() {
        assertThat(query(table.extend(
                        "m",
                        arithmetic(
                                ArithmeticOperator.SUBTRACT,
                                table.ref("n"),
                                arithmetic(ArithmeticOperator.SUBTRACT, table.ref("n"), whole(1), KqlType.LONG),
                                KqlType.LONG))))
                .contains("EVAL m = n - (n - 1)");
    }

    @Test
    void valuesOfOneExtendAreAllOfTheOldColumns() {
        assertThat(query(table.extend("s", table.ref("t"), "t", table.ref("s"))))
                .contains("| EVAL kqlift_new_0 = t, kqlift_new_1 = s\n| RENAME kqlift_new_0 AS s, kqlift_new_1 AS t\n");
    }

    @Test
    void fieldOverwrittenUnderItsOwnNameIsNotReadAgain() {
        // `Status.errorCode` is a field of the index, which the first command gives another value.
        String field = "azure.signinlogs.properties.status.error_code";
        Query extended = signIns.extend(field, text("x"));
        Translation translation = extended.where(
                        equal(call("tostring", KqlType.STRING, member(extended.ref("Status"), "errorCode")), text("a")))
                .to("esql");
        assertThat(translation.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void conditionalCountsAndEmptySums() {
        assertThat(query(table.summarize(
                        List.of(
                                "c", aggregate("countif", KqlType.LONG, equal(table.ref("s"), text("x"))),
                                "t", aggregate("sum", KqlType.LONG, table.ref("n")),
                                "u", aggregate("dcount", KqlType.LONG, table.ref("t"))),
                        List.of())))
                .contains("| STATS c = COUNT(*) WHERE s == \"x\", t = COALESCE(SUM(n), TO_LONG(0)), "
                        + "u = COUNT_DISTINCT(COALESCE(t, \"\"))\n")
                .doesNotContain("LIMIT");
    }

    @Test
    void estimatesAreApproximate() {
        assertThat(table.summarize(List.of("u", aggregate("dcount", KqlType.LONG, table.ref("t"))), List.of())
                        .to("esql")
                        .fidelity())
                .isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void latestRowOfAGroupIsRefused() {
        assertThat(table.summarize(
                                List.of("u", aggregate("arg_max", KqlType.DATETIME, table.ref("TimeGenerated"))),
                                List.of("s", table.ref("s")))
                        .to("esql")
                        .fidelity())
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void distinctIsAGroupWithoutAggregates() {
        assertThat(query(table.distinct("n"))).contains("| STATS BY n\n| LIMIT 10000");
    }

    @Test
    void missingTextIsSortedAsTheEmptyOneWhateverIsSaidOfNulls() {
        assertThat(query(table.sort(table.ref("s"), false, true))).contains("| SORT s DESC NULLS LAST\n");
        assertThat(query(table.sort(table.ref("n"), false, true))).contains("| SORT n DESC NULLS FIRST\n");
        assertThat(query(table.sort(table.ref("s"), true, false))).contains("| SORT s ASC NULLS FIRST\n");
    }

    @Test
    void moreRowsThanTheTargetReturnsIsNarrower() {
        assertThat(query(table.take(5))).endsWith("| LIMIT 5\n");
        Translation many = table.take(50_000).to("esql");
        assertThat(many.fidelity()).isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void projectionKeepsTheMetadataThatAlertsAreToldApartBy() {
        assertThat(query(signIns.project(
                        List.of("TimeGenerated", "ResultType"), "Who", signIns.ref("UserPrincipalName"))))
                .contains("| EVAL Who = azure.signinlogs.properties.user_principal_name\n"
                        + "| KEEP @timestamp, azure.signinlogs.result_type, Who, _id, _index, _version\n");
    }

    @Test
    void itemsOfASplitAreSlices() {
        assertThat(query(table.extend(
                        "x",
                        call(
                                "tostring",
                                KqlType.STRING,
                                element(call("split", KqlType.DYNAMIC, table.ref("s"), text("@")), 1)))))
                .contains("EVAL x = MV_SLICE(SPLIT(s, \"@\"), 1, 1)");
    }

    @Test
    void choiceTakesTheLastBranchForANullCondition() {
        assertThat(query(table.extend(
                        "x", call("iff", KqlType.STRING, unequal(table.ref("s"), text("a")), text("p"), text("q")))))
                .contains("EVAL x = CASE(s IS NULL OR s != \"a\", \"p\", \"q\")");
    }

    @Test
    void joinsAndUnionsAreRefusedWithTheirPlace() {
        Query joined = table.with(left -> new Relation.Join(
                dev.kqlift.ir.JoinKind.INNER,
                false,
                left,
                left,
                List.of(),
                List.of(),
                left.columns(),
                false,
                Origin.of(2, 7)));
        Translation translation = joined.to("esql");
        assertThat(translation.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(translation.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo(DiagnosticCode.KX005);
            assertThat(note.span().start()).isEqualTo(2);
        });
    }

    @Test
    void thresholdOnACountIsAFilterAfterTheGroups() {
        Query groups =
                table.summarize(List.of("count_", aggregate("count", KqlType.LONG)), List.of("n", table.ref("n")));
        Query filtered = groups.where(compare(groups.ref("count_"), ComparisonOperator.GREATER, whole(3)));
        assertThat(query(filtered)).endsWith("| STATS count_ = COUNT(*) BY n\n| WHERE count_ > 3\n| LIMIT 10000\n");
        assertThat(filtered.to("esql").fidelity()).isEqualTo(Fidelity.EXACT);
    }
}

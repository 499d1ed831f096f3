package dev.kqlift.sigma;

import static dev.kqlift.testing.Query.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Located;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import dev.kqlift.testing.Query;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SigmaTranslatorTest {
    private final Query table =
            Query.table("Custom_CL", "s:string", "t:string", "n:long", "b:bool", "d:dynamic", "TimeGenerated:datetime");
    private final Scalar s = table.ref("s");
    private final Scalar n = table.ref("n");

    private static List<Map<String, Object>> documents(Translation translation) {
        assertThat(translation.text()).as("%s", translation.notes()).isPresent();
        List<Map<String, Object>> result = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(translation.text().orElseThrow())) {
            result.add(mapping(document));
        }
        return result;
    }

    private static Map<String, Object> mapping(Object value) {
        Map<String, Object> result = new java.util.LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> result.put((String) key, item));
        return result;
    }

    private Map<String, Object> detection(Scalar predicate) {
        return mapping(documents(table.where(predicate).to("sigma")).getFirst().get("detection"));
    }

    private Fidelity fidelity(Scalar predicate) {
        return table.where(predicate).to("sigma").fidelity();
    }

    private static Map<String, Object> only(String key, Object value) {
        return Map.of("selection", Map.of(key, value), "condition", "selection");
    }

    @Test
    void caseIsKeptByAModifierBecauseSigmaFoldsIt() {
        assertThat(detection(equal(s, text("Abc")))).isEqualTo(only("s|cased", "Abc"));
        assertThat(detection(alike(s, text("Abc")))).isEqualTo(only("s", "Abc"));
        assertThat(detection(match(MatchKind.SUBSTRING, s, CaseRule.SENSITIVE, false, false, "Abc")))
                .isEqualTo(only("s|contains|cased", "Abc"));
    }

    @Test
    void wildcardsAndBackslashesStandForThemselves() {
        assertThat(detection(alike(s, text("a*b?c")))).isEqualTo(only("s", "a\\*b\\?c"));
        assertThat(detection(alike(s, text("C:\\Windows\\x.exe")))).isEqualTo(only("s", "C:\\Windows\\x.exe"));
        assertThat(detection(alike(s, text("\\\\server\\*")))).isEqualTo(only("s", "\\\\\\\\server\\\\\\*"));
        assertThat(detection(match(MatchKind.SUBSTRING, s, "dir\\"))).isEqualTo(only("s|contains", "dir\\\\"));
    }

    @Test
    void textThatLooksLikeANumberStaysText() {
        assertThat(detection(alike(s, text("4624")))).isEqualTo(only("s", "4624"));
        assertThat(detection(equal(n, whole(4624)))).isEqualTo(only("n", 4624));
        assertThat(detection(equal(s, whole(500121)))).isEqualTo(only("s", "500121"));
    }

    @Test
    void emptyTextAndMissingFieldAreOne() {
        List<Object> empty = new ArrayList<>();
        empty.add("");
        empty.add(null);
        assertThat(detection(call("isempty", KqlType.BOOL, s))).isEqualTo(only("s", empty));
        assertThat(detection(unequal(s, text(""))))
                .isEqualTo(Map.of("filter", Map.of("s", empty), "condition", "not filter"));
        assertThat(detection(in(s, CaseRule.INSENSITIVE, false, text("a"), text("")))
                        .get("condition"))
                .isEqualTo("selection");
    }

    @Test
    void negationOfAnOrderLosesMissingFieldsAsInKql() {
        assertThat(detection(not(compare(n, ComparisonOperator.GREATER, whole(5)))))
                .isEqualTo(only("n|lte", 5));
        assertThat(detection(not(between(n, whole(1), whole(3), false))))
                .isEqualTo(
                        Map.of("selection", List.of(Map.of("n|lt", 1), Map.of("n|gt", 3)), "condition", "selection"));
        assertThat(detection(not(table.ref("b")))).isEqualTo(only("b", false));
    }

    @Test
    void conjunctionIsOneSelectionUntilAKeyRepeats() {
        Scalar predicate = and(
                match(MatchKind.SUBSTRING, s, "a"),
                equal(n, whole(1)),
                match(MatchKind.SUBSTRING, s, "b"),
                unequal(table.ref("t"), text("x")));
        assertThat(detection(predicate))
                .isEqualTo(Map.of(
                        "selection_1", Map.of("s|contains", "a", "n", 1),
                        "selection_2", Map.of("s|contains", "b"),
                        "filter", Map.of("t|cased", "x"),
                        "condition", "selection_1 and selection_2 and not filter"));
    }

    @Test
    void nestedAlternativesKeepTheirBrackets() {
        Scalar predicate = and(
                equal(n, whole(1)),
                or(and(alike(s, text("a")), not(alike(table.ref("t"), text("b")))), alike(s, text("c"))));
        assertThat(detection(predicate).get("condition"))
                .isEqualTo("selection_1 and (selection_2 or (selection_3 and not filter))");
    }

    @Test
    void deMorganIsFollowed() {
        Scalar predicate = not(or(alike(s, text("a")), alike(table.ref("t"), text("b"))));
        assertThat(detection(predicate).get("condition")).isEqualTo("not filter_1 and not filter_2");
    }

    @Test
    void termsAreBoundedByARegularExpression() {
        assertThat(detection(match(MatchKind.TERM, s, "net.user")))
                .isEqualTo(only("s|re|i", "(^|[^\\p{L}\\p{N}])net\\.user($|[^\\p{L}\\p{N}])"));
        assertThat(fidelity(match(MatchKind.TERM, s, "net"))).isEqualTo(Fidelity.EXACT);
        assertThat(fidelity(match(MatchKind.TERM, s, "-enc"))).isEqualTo(Fidelity.WIDER);
        assertThat(fidelity(not(match(MatchKind.TERM, s, "-enc")))).isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void severalPatternsAreAListAndAllOfThemSeveralSelections() {
        assertThat(detection(match(MatchKind.SUBSTRING, s, "a", "b"))).isEqualTo(only("s|contains", List.of("a", "b")));
        assertThat(detection(match(MatchKind.SUBSTRING, s, CaseRule.INSENSITIVE, true, false, "a", "b"))
                        .get("condition"))
                .isEqualTo("selection_1 and selection_2");
    }

    @Test
    void regularExpressionsOfTheCommonSubsetPass() {
        assertThat(detection(match(MatchKind.REGEX, s, "(?i)^a[0-9]+$"))).isEqualTo(only("s|re|i", "^a[0-9]+$"));
        assertThat(fidelity(match(MatchKind.REGEX, s, "(?=a)"))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void foldedFieldMatchesOnlyFoldedConstants() {
        Scalar lower = call("tolower", KqlType.STRING, s);
        assertThat(detection(equal(lower, text("abc")))).isEqualTo(only("s", "abc"));
        assertThat(fidelity(equal(lower, text("Abc")))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void renamesAreFollowedToTheField() {
        Query renamed = table.extend("u", call("tolower", KqlType.STRING, s));
        Translation translation =
                renamed.where(equal(renamed.ref("u"), text("abc"))).to("sigma");
        assertThat(mapping(documents(translation).getFirst().get("detection"))).isEqualTo(only("s", "abc"));
        assertThat(translation.fidelity()).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void conditionOnAComputedValueIsRefused() {
        Query computed = table.extend("u", call("strcat", KqlType.STRING, s, text("x")));
        assertThat(computed.where(equal(computed.ref("u"), text("abc")))
                        .to("sigma")
                        .fidelity())
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void windowOfTimeIsLeftOutAndWider() {
        Scalar recent = compare(
                table.ref("TimeGenerated"), ComparisonOperator.GREATER, call("ago", KqlType.DATETIME, span(3600)));
        Translation translation = table.where(and(recent, alike(s, text("a")))).to("sigma");
        assertThat(translation.fidelity()).isEqualTo(Fidelity.WIDER);
        assertThat(mapping(documents(translation).getFirst().get("detection"))).isEqualTo(only("s", "a"));
        assertThat(fidelity(or(recent, alike(s, text("a"))))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void firstRowsAreWider() {
        assertThat(table.where(alike(s, text("a"))).take(5).to("sigma").fidelity())
                .isEqualTo(Fidelity.WIDER);
    }

    @Test
    void ruleWithoutAConditionIsRefused() {
        assertThat(table.to("sigma").fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(fidelity(match(MatchKind.SUBSTRING, s, ""))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void lastPartOfAPathIsTheEndOfThePath() {
        Query processes = Query.table("DeviceProcessEvents", "FileName:string", "SHA256:string");
        Translation translation = processes
                .where(and(
                        alike(processes.ref("FileName"), text("cmd.exe")),
                        match(MatchKind.SUBSTRING, processes.ref("FileName"), "c"),
                        alike(processes.ref("SHA256"), text("ab"))))
                .to("sigma");
        assertThat(mapping(documents(translation).getFirst().get("detection")).get("selection"))
                .isEqualTo(Map.of("Image|endswith", "\\cmd.exe", "FileName|contains", "c", "SHA256", "ab"));
        assertThat(mapping(documents(translation).getFirst().get("logsource")))
                .isEqualTo(Map.of("product", "windows", "category", "process_creation"));
    }

    @Test
    void nameWithASeparatorIsNoEndOfAPath() {
        Query processes = Query.table("DeviceProcessEvents", "FileName:string");
        Translation translation = processes
                .where(alike(processes.ref("FileName"), text("a\\b.exe")))
                .to("sigma");
        assertThat(mapping(documents(translation).getFirst().get("detection"))).isEqualTo(only("FileName", "a\\b.exe"));
    }

    @Test
    void groupsOfTimeAloneAreRefused() {
        Query groups = table.where(alike(s, text("a")))
                .summarize(
                        List.of("count_", aggregate("count", KqlType.LONG)),
                        List.of(
                                "TimeGenerated",
                                call("bin", KqlType.DATETIME, table.ref("TimeGenerated"), span(3600))));
        assertThat(groups.to("sigma").fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void twoFieldsAreComparedByReference() {
        assertThat(detection(equal(s, table.ref("t")))).isEqualTo(only("s|fieldref", "t"));
        assertThat(fidelity(equal(s, table.ref("t")))).isEqualTo(Fidelity.WIDER);
        assertThat(fidelity(unequal(s, table.ref("t")))).isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void negatedRangeOfAddressesIsWider() {
        Scalar inside = call("ipv4_is_private", KqlType.BOOL, s);
        assertThat(detection(inside))
                .isEqualTo(only("s|cidr", List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")));
        assertThat(fidelity(not(inside))).isEqualTo(Fidelity.WIDER);
    }

    private static Located<String> at(String value) {
        return new Located<>(value, Span.at(0));
    }

    private static RuleMetadata metadata(String id, String name, String period) {
        return new RuleMetadata(
                Optional.of(at(id)),
                Optional.of(at(name)),
                Optional.of(at("Medium")),
                List.of(at("InitialAccess"), at("CommandAndControl")),
                List.of(at("T1078.004"), at("not one")),
                Optional.of(at("First line\nsecond: line # no comment")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at(period)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void headComesFromTheRule() {
        Map<String, Object> rule = documents(table.where(alike(s, text("a")))
                        .to("sigma", metadata("D99CF5C3-d660-436c-895b-8a8f8448da23", "  A: 'rule'\n# x ", "1d")))
                .getFirst();
        assertThat(rule.get("title")).isEqualTo("A: 'rule' # x");
        assertThat(rule.get("id")).isEqualTo("d99cf5c3-d660-436c-895b-8a8f8448da23");
        assertThat(rule.get("status")).isEqualTo("experimental");
        assertThat(rule.get("description")).isEqualTo("First line\nsecond: line # no comment");
        assertThat(rule.get("level")).isEqualTo("medium");
        assertThat(rule.get("tags"))
                .isEqualTo(List.of("attack.initial-access", "attack.command-and-control", "attack.t1078.004"));
    }

    @Test
    void ruleWithoutAnIdGetsTheSameOneEveryTime() {
        Translation translation = table.where(alike(s, text("a"))).to("sigma");
        Object id = documents(translation).getFirst().get("id");
        assertThat((String) id).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(documents(table.where(alike(s, text("a"))).to("sigma"))
                        .getFirst()
                        .get("id"))
                .isEqualTo(id);
        assertThat(documents(translation).getFirst().get("title")).isEqualTo("sample.kql");
    }

    @Test
    void longTitleIsCut() {
        Map<String, Object> rule = documents(table.where(alike(s, text("a")))
                        .to("sigma", metadata("x", "é".repeat(255) + "\ud83d\ude00", "1d")))
                .getFirst();
        assertThat((String) rule.get("title")).hasSize(255);
    }

    private Query counted() {
        Query groups = table.where(alike(s, text("a")))
                .summarize(List.of("count_", aggregate("count", KqlType.LONG)), List.of("t", table.ref("t")));
        return groups.where(compare(groups.ref("count_"), ComparisonOperator.GREATER, whole(10)));
    }

    @Test
    void countOverAThresholdIsACorrelationThatIsWider() {
        Translation translation = counted().to("sigma", metadata("x", "Many", "PT1H"));
        assertThat(translation.fidelity()).isEqualTo(Fidelity.WIDER);
        List<Map<String, Object>> documents = documents(translation);
        assertThat(documents).hasSize(2);
        assertThat(mapping(documents.get(1).get("correlation")))
                .isEqualTo(Map.of(
                        "type", "event_count",
                        "rules", List.of((String) documents.get(0).get("name")),
                        "group-by", List.of("t"),
                        "timespan", "1h",
                        "condition", Map.of("gt", 10)));
        assertThat(documents.get(0).get("id")).isNotEqualTo(documents.get(1).get("id"));
    }

    @Test
    void countWithoutASpanOfTimeIsRefused() {
        assertThat(counted().to("sigma").fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void countBelowAThresholdIsRefused() {
        Query groups = table.where(alike(s, text("a")))
                .summarize(List.of("count_", aggregate("count", KqlType.LONG)), List.of("t", table.ref("t")));
        Query few = groups.where(compare(groups.ref("count_"), ComparisonOperator.LESS, whole(10)));
        assertThat(few.to("sigma", metadata("x", "Few", "1h")).fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void groupsWithoutAThresholdAreThoseOfOneEvent() {
        Query groups = table.where(alike(s, text("a"))).distinct("t");
        Translation translation = groups.to("sigma", metadata("x", "Groups", "1d"));
        assertThat(translation.fidelity()).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(mapping(documents(translation).get(1).get("correlation")).get("condition"))
                .isEqualTo(Map.of("gte", 1));
    }

    @Test
    void unionIsRefusedWithItsPlace() {
        Query union = table.with(input ->
                new Relation.Union(List.of(), false, Optional.empty(), input.columns(), false, Origin.of(3, 8)));
        assertThat(union.to("sigma").notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo(DiagnosticCode.KX005);
            assertThat(note.span().start()).isEqualTo(3);
        });
    }

    @Test
    void aValueNeverEndsTheComment() {
        String text = table.where(alike(s, text("a")))
                .to("sigma", metadata("x", "evil\nlogsource: {}\u2028detection: {}", "1d"))
                .text()
                .orElseThrow();
        assertThat(text.lines().filter(line -> line.startsWith("logsource:"))).hasSize(1);
    }
}

package dev.kqlift.analysis;

import static dev.kqlift.ir.IrBuilder.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.IrBuilder;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private final IrBuilder ir = new IrBuilder();
    private final Relation table = ir.table(
            "T",
            ir.text("A"),
            ir.text("B"),
            ir.column("N", KqlType.LONG),
            ir.column("D", KqlType.DYNAMIC),
            ir.column("When", KqlType.DATETIME),
            ir.column("Flag", KqlType.BOOL));

    private Scalar field(String name) {
        return ir.ref(table, name);
    }

    private List<String> of(Scalar predicate) {
        return of(ir.where(table, predicate));
    }

    /** {@code field kind [values]}, with a {@code !} before the kind where negated and the case rule at the end. */
    private static List<String> of(Relation relation) {
        return Indicators.of(query(relation)).stream().map(IndicatorsTest::line).toList();
    }

    private static String line(Indicator indicator) {
        return indicator.field() + " " + (indicator.negated() ? "!" : "")
                + indicator.kind().word() + " " + indicator.values()
                + indicator
                        .caseSensitive()
                        .map(rule -> rule ? " case" : " anycase")
                        .orElse("");
    }

    @Test
    void equalityTellsItsCaseRule() {
        assertThat(of(ir.equal(field("A"), ir.constant("x")))).containsExactly("A eq [x] case");
        assertThat(of(ir.equalAnyCase(field("A"), ir.constant("x")))).containsExactly("A eq [x] anycase");
        assertThat(of(ir.or(ir.equalAnyCase(field("A"), ir.constant("x")), ir.equal(field("A"), ir.constant("y")))))
                .containsExactly("A eq [x, y]");
    }

    @Test
    void caseMeansNothingForNumbers() {
        assertThat(of(ir.equal(field("N"), ir.constant(5)))).containsExactly("N eq [5]");
        assertThat(of(ir.equal(field("A"), ir.constant(500121)))).containsExactly("A eq [500121]");
        assertThat(of(ir.in(field("N"), false, ir.constant(1), ir.constant(2)))).containsExactly("N in [1, 2]");
        assertThat(of(ir.or(ir.equal(field("D"), ir.constant(1)), ir.equal(field("D"), ir.constant("x")))))
                .containsExactly("D eq [1, x] case");
    }

    @Test
    void aConstantOnTheLeftTurnsTheComparison() {
        assertThat(of(ir.compare(ir.constant(5), ComparisonOperator.LESS, field("N"))))
                .containsExactly("N gt [5]");
        assertThat(of(ir.compare(field("N"), ComparisonOperator.LESS_OR_EQUAL, ir.constant(5))))
                .containsExactly("N le [5]");
    }

    @Test
    void notIsFollowedDownToTheTests() {
        Scalar both = ir.and(
                ir.equal(field("A"), ir.constant("x")),
                ir.compare(field("N"), ComparisonOperator.GREATER, ir.constant(5)),
                ir.match(MatchKind.TERM, field("B"), "y"),
                ir.not(ir.match(MatchKind.SUBSTRING, field("B"), "z")));
        assertThat(of(ir.not(both)))
                .containsExactly("A ne [x] case", "B contains [z] anycase", "B !match [y] anycase", "N le [5]");
    }

    @Test
    void emptyTextAndNullTestsAreOneKind() {
        assertThat(of(ir.or(
                        ir.equal(field("A"), ir.constant("")),
                        ir.call("isempty", KqlType.BOOL, field("A")),
                        ir.not(ir.call("isnotnull", KqlType.BOOL, field("A"))))))
                .containsExactly("A is_null []");
        assertThat(of(ir.compare(field("A"), ComparisonOperator.NOT_EQUAL, ir.constant(""))))
                .containsExactly("A is_not_null []");
        assertThat(of(ir.equal(ir.call("isnotempty", KqlType.BOOL, field("A")), ir.constant(false))))
                .containsExactly("A is_null []");
    }

    @Test
    void termsPrefixesAndSuffixesHaveTheKindOfTheContract() {
        assertThat(of(ir.and(
                        ir.match(MatchKind.TERM, field("A"), "a", "b"),
                        ir.match(MatchKind.TERM_PREFIX, field("A"), "c"),
                        ir.match(MatchKind.PREFIX, field("A"), "d"),
                        ir.match(MatchKind.TERM_SUFFIX, field("A"), "e"),
                        ir.match(MatchKind.SUFFIX, field("A"), "f"),
                        ir.match(MatchKind.REGEX, field("A"), "^g"))))
                .containsExactly(
                        "A ends_with [e, f] anycase",
                        "A match [a, b] anycase",
                        "A regex_match [^g] case",
                        "A starts_with [c, d] anycase");
    }

    @Test
    void aRegularExpressionThatIgnoresCaseSaysSo() {
        assertThat(of(ir.match(MatchKind.REGEX, field("A"), "(?i)abc")))
                .containsExactly("A regex_match [(?i)abc] anycase");
        assertThat(of(ir.match(MatchKind.REGEX, field("A"), "(?i:a)bc")))
                .containsExactly("A regex_match [(?i:a)bc] case");
        assertThat(of(ir.match(MatchKind.REGEX, field("A"), "(?-i)abc")))
                .containsExactly("A regex_match [(?-i)abc] case");
    }

    @Test
    void listsAreFlattenedAndDistinct() {
        Scalar array = ir.constant(new Value.Array(
                List.of(new Value.Text("b"), new Value.Array(List.of(new Value.Text("c"))), new Value.Text("a"))));
        assertThat(of(ir.in(field("A"), true, ir.constant("a"), array))).containsExactly("A !in [a, b, c] case");
        assertThat(of(ir.not(ir.in(field("A"), true, array)))).containsExactly("A in [b, c, a] case");
    }

    @Test
    void whatIsNotConstantIsNotListedButTheEntryStays() {
        Scalar ago = ir.call("ago", KqlType.DATETIME, ir.constant(new Value.TimeSpan(864_000_000_000L)));
        assertThat(of(ir.compare(field("When"), ComparisonOperator.GREATER, ago)))
                .containsExactly("When gt []");
        assertThat(of(ir.compare(ago, ComparisonOperator.LESS_OR_EQUAL, field("When"))))
                .containsExactly("When ge []");
        assertThat(of(ir.in(field("A"), false, ir.constant("x"), field("B")))).containsExactly("A in [x] case");
        Scalar between = new Scalar.Between(
                field("When"), ago, ir.constant(new Value.DateTime(621_355_968_000_000_000L)), false, Origin.NONE);
        assertThat(of(between)).containsExactly("When between [1970-01-01T00:00:00.0000000Z]");
    }

    @Test
    void betweenHasBothEnds() {
        Scalar between = new Scalar.Between(field("N"), ir.constant(1), ir.constant(9), true, Origin.NONE);
        assertThat(of(between)).containsExactly("N !between [1, 9]");
        assertThat(of(ir.not(between))).containsExactly("N between [1, 9]");
    }

    @Test
    void aSubqueryGivesTheEntryAndItsOwnTests() {
        Relation inner = ir.table("Inner", "X");
        Relation filtered = ir.where(inner, ir.equal(ir.ref(inner, "X"), ir.constant("x")));
        Scalar in =
                new Scalar.InRelation(Scalar.InKind.IN, field("A"), filtered, CaseRule.INSENSITIVE, true, Origin.NONE);
        assertThat(of(in)).containsExactly("A !in [] anycase", "X eq [x] case");
        Scalar any = new Scalar.InRelation(
                Scalar.InKind.HAS_ANY, field("A"), inner, CaseRule.INSENSITIVE, false, Origin.NONE);
        assertThat(of(any)).containsExactly("A match [] anycase");
    }

    @Test
    void twoFieldsSayNothingOfOne() {
        assertThat(of(ir.equal(field("A"), field("B")))).isEmpty();
        assertThat(of(ir.equal(ir.call("tolower", KqlType.STRING, field("A")), field("B"))))
                .isEmpty();
    }

    @Test
    void aComputationIsNoField() {
        assertThat(of(ir.compare(
                        ir.call("strlen", KqlType.LONG, field("A")), ComparisonOperator.GREATER, ir.constant(5))))
                .isEmpty();
        assertThat(of(ir.equal(
                        ir.element(ir.call("split", KqlType.DYNAMIC, field("A"), ir.constant("@")), 0),
                        ir.constant("x"))))
                .isEmpty();
    }

    @Test
    void testsInsideComputationsCount() {
        Scalar branches =
                ir.call("iff", KqlType.LONG, ir.match(MatchKind.TERM, field("A"), "x"), ir.constant(1), ir.constant(0));
        assertThat(of(ir.equal(branches, ir.constant(1)))).containsExactly("A match [x] anycase");
        Relation summary = ir.summarize(
                table,
                List.of(ir.assign(
                        "hits", ir.aggregate("countif", KqlType.LONG, ir.equal(field("A"), ir.constant("x"))))),
                List.of());
        assertThat(of(ir.where(
                        summary, ir.compare(ir.ref(summary, "hits"), ComparisonOperator.GREATER, ir.constant(5)))))
                .containsExactly("A eq [x] case", "hits gt [5]");
    }

    @Test
    void pathsAreNamedWithDotsAndConversionsLeftOut() {
        Scalar details = ir.call("tostring", KqlType.STRING, ir.member(field("D"), "additionalDetails"));
        assertThat(of(ir.equal(details, ir.constant("x")))).containsExactly("D.additionalDetails eq [x] case");
        Scalar nested = ir.member(
                ir.element(ir.call("parse_json", KqlType.DYNAMIC, ir.member(field("D"), "list")), 0), "key name");
        assertThat(of(ir.equal(nested, ir.constant("x")))).containsExactly("D.list[0][\"key name\"] eq [x] case");
        assertThat(of(ir.equal(ir.member(field("D"), "a.b"), ir.constant("x"))))
                .containsExactly("D[\"a.b\"] eq [x] case");
        Scalar trimmed =
                ir.call("tolower", KqlType.STRING, ir.call("trim", KqlType.STRING, ir.constant("\\s"), field("A")));
        assertThat(of(ir.equal(trimmed, ir.constant("x")))).containsExactly("A eq [x] case");
        Scalar computedIndex = new Scalar.Element(field("D"), field("N"), Origin.NONE);
        assertThat(of(ir.equal(computedIndex, ir.constant("x")))).isEmpty();
    }

    @Test
    void aFieldThatIsNotBoundStillHasItsName() {
        Scalar missing = new Scalar.Unbound("Nowhere", KqlType.UNKNOWN, Origin.NONE);
        assertThat(of(ir.equal(missing, ir.constant("x")))).containsExactly("Nowhere eq [x] case");
        Scalar optional = ir.call("column_ifexists", KqlType.STRING, ir.constant("Maybe"), ir.constant(""));
        assertThat(of(ir.equal(optional, ir.constant("x")))).containsExactly("Maybe eq [x] case");
        Scalar broken = new Scalar.Unbound("a +", KqlType.UNKNOWN, Origin.NONE);
        assertThat(of(ir.equal(broken, ir.constant("x")))).isEmpty();
    }

    @Test
    void aConstantLookedForInSeveralFieldsIsAskedOfEach() {
        assertThat(of(ir.in(ir.constant("x"), true, field("A"), field("B"))))
                .containsExactly("A !in [x] case", "B !in [x] case");
    }

    @Test
    void addressesInsideATextAreMatches() {
        assertThat(of(ir.and(
                        ir.call(
                                "has_any_ipv4",
                                KqlType.BOOL,
                                field("A"),
                                ir.constant("1.2.3.4"),
                                ir.constant("5.6.7.8")),
                        ir.call("has_ipv4_prefix", KqlType.BOOL, field("A"), ir.constant("10.")))))
                .containsExactly("A match [1.2.3.4, 5.6.7.8]", "A starts_with [10.]");
    }

    @Test
    void addressRangesAreTheValuesOfTheirTest() {
        assertThat(of(ir.not(ir.call("ipv4_is_in_range", KqlType.BOOL, field("A"), ir.constant("10.0.0.0/8")))))
                .containsExactly("A !cidr_match [10.0.0.0/8]");
        assertThat(of(ir.call(
                        "ipv4_is_in_any_range",
                        KqlType.BOOL,
                        field("A"),
                        ir.constant(
                                new Value.Array(List.of(new Value.Text("1.0.0.0/8"), new Value.Text("2.0.0.0/8")))))))
                .containsExactly("A cidr_match [1.0.0.0/8, 2.0.0.0/8]");
        assertThat(of(ir.call("ipv4_is_match", KqlType.BOOL, field("A"), ir.constant("10.1.0.0"), ir.constant(16))))
                .containsExactly("A cidr_match [10.1.0.0/16]");
    }

    @Test
    void aPredicateFunctionOfOneFieldIsNamed() {
        Scalar isPrivate = ir.call("ipv4_is_private", KqlType.BOOL, field("A"));
        assertThat(of(isPrivate)).containsExactly("A is_true [ipv4_is_private]");
        assertThat(of(ir.equal(isPrivate, ir.constant(false)))).containsExactly("A !is_true [ipv4_is_private]");
        assertThat(of(ir.extend(table, ir.assign("P", isPrivate)))).containsExactly("A is_true [ipv4_is_private]");
        assertThat(of(ir.call("bag_has_key", KqlType.BOOL, field("D"), ir.constant("k"))))
                .isEmpty();
        Scalar unknown = new Scalar.UnknownCall("IsBad", List.of(field("A")), Origin.NONE);
        assertThat(of(unknown)).containsExactly("A is_true [IsBad]");
        assertThat(of(ir.equal(unknown, ir.constant(1)))).isEmpty();
    }

    @Test
    void aBareFlagAsksForTrue() {
        assertThat(of(ir.or(field("Flag"), ir.call("tobool", KqlType.BOOL, ir.member(field("D"), "ok")))))
                .containsExactly("D.ok eq [true]", "Flag eq [true]");
        assertThat(of(ir.not(field("Flag")))).containsExactly("Flag ne [true]");
        assertThat(of(ir.extend(table, ir.assign("Copy", field("Flag"))))).isEmpty();
    }

    @Test
    void anyColumnIsAStar() {
        assertThat(of(ir.match(MatchKind.TERM, new Scalar.AnyColumn(Origin.NONE), "x")))
                .containsExactly("* match [x] anycase");
    }

    @Test
    void columnsFollowLineageAndAreMergedOverTables() {
        Relation left = ir.table("L", "K", "V");
        Relation filteredLeft = ir.where(left, ir.equal(ir.ref(left, "V"), ir.constant("l")));
        Relation right = ir.table("A", "K", "V");
        Relation filteredRight = ir.where(right, ir.equal(ir.ref(right, "V"), ir.constant("r")));
        List<Indicator> found = Indicators.of(query(ir.join(filteredLeft, filteredRight, "K")));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().columns()).containsExactly("A.V", "L.V");
        assertThat(found.getFirst().values()).containsExactly("l", "r");
    }

    @Test
    void aRenamedFieldHasItsNameOfThatPlace() {
        Relation renamed = ir.rename(table, "A", "Z");
        List<Indicator> found =
                Indicators.of(query(ir.where(renamed, ir.equal(ir.ref(renamed, "Z"), ir.constant("x")))));
        assertThat(found).extracting(Indicator::field).containsExactly("Z");
        assertThat(found.getFirst().columns()).containsExactly("T.A");
    }

    @Test
    void valuesStandInTheOrderOfTheTextNotOfTheWalk() {
        ir.at(1000);
        Relation late = ir.table("U", "A");
        ir.at(10);
        Relation early = ir.where(table, ir.equal(field("A"), ir.constant("early")));
        ir.at(2000);
        Relation main = ir.where(late, ir.equal(ir.ref(late, "A"), ir.constant("late")));
        assertThat(of(ir.join(main, early, "A"))).containsExactly("A eq [early, late] case");
    }

    @Test
    void aTableReadTwiceAndATableNotReadAreWalkedOnce() {
        Relation shared = ir.where(table, ir.equal(field("A"), ir.constant("x")));
        Relation unused = ir.where(table, ir.equal(field("B"), ir.constant("y")));
        assertThat(Indicators.of(query(ir.union(shared, shared), unused)))
                .extracting(IndicatorsTest::line)
                .containsExactly("A eq [x] case", "B eq [y] case");
    }

    @Test
    void entriesAreSortedByCodePoint() {
        Relation odd = ir.table("T", "\uD83D\uDE00", "\uFF21", "a", "Z");
        List<Scalar> tests = new ArrayList<>();
        for (Column column : odd.columns()) {
            tests.add(ir.equal(ir.ref(column), ir.constant("x")));
        }
        assertThat(Indicators.of(query(ir.where(odd, ir.or(tests.toArray(new Scalar[0]))))))
                .extracting(Indicator::field)
                .containsExactly("Z", "a", "\uFF21", "\uD83D\uDE00");
    }

    @Test
    void aVeryWideConditionKeepsAllValues() {
        List<Scalar> tests = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            tests.add(ir.equal(field("A"), ir.constant("v" + i)));
        }
        List<Indicator> found = Indicators.of(query(ir.where(table, ir.or(tests.toArray(new Scalar[0])))));
        assertThat(found.getFirst().values())
                .hasSize(5000)
                .startsWith("v0", "v1")
                .endsWith("v4999");
    }

    @Test
    void theCellsOfADatatableAreNoTests() {
        assertThat(of(ir.datatable("x", ir.constant("a"), ir.constant(true)))).isEmpty();
    }

    @Test
    void joinKeysAreNoTestsButTheirComputationsMayHoldSome() {
        Relation right = ir.table("R", "A");
        assertThat(of(ir.join(table, right, "A"))).isEmpty();
        Assignment flagged = ir.assign("Bad", ir.match(MatchKind.TERM, field("A"), "x"));
        assertThat(of(ir.join(ir.extend(table, flagged), right, "A"))).containsExactly("A match [x] anycase");
    }
}

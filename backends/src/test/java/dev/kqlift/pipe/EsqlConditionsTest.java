package dev.kqlift.pipe;

import static dev.kqlift.testing.Query.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.testing.Query;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EsqlConditionsTest {
    private final Query table = Query.table(
            "Custom_CL", "s:string", "t:string", "n:long", "r:real", "b:bool", "d:dynamic", "TimeGenerated:datetime");
    private final Scalar s = table.ref("s");
    private final Scalar n = table.ref("n");

    private Translation translate(Scalar predicate) {
        return table.where(predicate).to("esql");
    }

    private String where(Scalar predicate) {
        Translation translation = translate(predicate);
        assertThat(translation.text()).as("%s", translation.notes()).isPresent();
        return condition(translation);
    }

    static String condition(Translation translation) {
        String text = translation.text().orElseThrow();
        int start = text.indexOf("| WHERE ") + "| WHERE ".length();
        return text.substring(start, text.indexOf("\n| ", start));
    }

    @Test
    void caseIsKeptForEqualityAndFoldedForTheTilde() {
        assertThat(where(equal(s, text("Abc")))).isEqualTo("s == \"Abc\"");
        assertThat(where(alike(s, text("Abc")))).isEqualTo("TO_LOWER(s) == \"abc\"");
    }

    @Test
    void missingTextIsEmptyTextOnEitherSideOfANegation() {
        assertThat(where(unequal(s, text("x")))).isEqualTo("s IS NULL OR s != \"x\"");
        assertThat(where(not(equal(s, text("x"))))).isEqualTo("s IS NULL OR s != \"x\"");
        assertThat(where(equal(s, text("")))).isEqualTo("s IS NULL OR s == \"\"");
        assertThat(where(unequal(s, text("")))).isEqualTo("s != \"\"");
        assertThat(where(equal(s, table.ref("t")))).isEqualTo("COALESCE(s, \"\") == COALESCE(t, \"\")");
    }

    @Test
    void emptinessAsksForNullAndForEmptyText() {
        assertThat(where(call("isempty", KqlType.BOOL, s))).isEqualTo("s IS NULL OR s == \"\"");
        assertThat(where(call("isnotempty", KqlType.BOOL, s))).isEqualTo("s != \"\"");
        assertThat(where(call("isempty", KqlType.BOOL, n))).isEqualTo("n IS NULL");
    }

    @Test
    void textIsNeverNullInKql() {
        assertThat(where(call("isnull", KqlType.BOOL, s))).isEqualTo("false");
        assertThat(where(call("isnotnull", KqlType.BOOL, s))).isEqualTo("true");
        assertThat(where(call("isnotnull", KqlType.BOOL, n))).isEqualTo("n IS NOT NULL");
    }

    @Test
    void negatedOrderLosesMissingValuesAsInKql() {
        Scalar more = compare(n, ComparisonOperator.GREATER, whole(5));
        assertThat(where(not(more))).isEqualTo("n <= 5");
        assertThat(where(unequal(n, whole(5)))).isEqualTo("n IS NULL OR n != 5");
        assertThat(where(between(n, whole(1), whole(3), true))).isEqualTo("n < 1 OR n > 3");
    }

    @Test
    void deMorganKeepsTheNullsOfEachLeaf() {
        Scalar both = and(equal(s, text("x")), compare(n, ComparisonOperator.LESS, whole(2)));
        assertThat(where(not(both))).isEqualTo("s IS NULL OR s != \"x\" OR n >= 2");
    }

    @Test
    void disjunctionInsideAConjunctionIsBracketed() {
        Scalar predicate = and(or(equal(s, text("x")), equal(n, whole(1))), equal(n, whole(2)));
        assertThat(where(predicate)).isEqualTo("(s == \"x\" OR n == 1)\n    AND n == 2");
    }

    @Test
    void wildcardsOfTheTargetAreEscaped() {
        assertThat(where(match(MatchKind.SUBSTRING, s, "A*b?\\c")))
                .isEqualTo("TO_LOWER(s) LIKE \"*a\\\\*b\\\\?\\\\\\\\c*\"");
        assertThat(where(match(MatchKind.PREFIX, s, "x"))).isEqualTo("TO_LOWER(s) LIKE \"x*\"");
        assertThat(where(match(MatchKind.SUFFIX, s, CaseRule.SENSITIVE, false, false, ".EXE")))
                .isEqualTo("s LIKE \"*.EXE\"");
    }

    @Test
    void quotesAndLineBreaksStayInsideOfTheLiteral() {
        assertThat(where(equal(s, text("a\"b\n\\c")))).isEqualTo("s == \"a\\\"b\\n\\\\c\"");
    }

    @Test
    void termsAreBoundedAndTheirSignsEscaped() {
        assertThat(where(match(MatchKind.TERM, s, "Net.User")))
                .isEqualTo(
                        "REPLACE(TO_LOWER(s), \"(?<![\\\\p{L}\\\\p{N}])net\\\\.user(?![\\\\p{L}\\\\p{N}])\", \"\") != TO_LOWER(s)");
        assertThat(where(match(MatchKind.TERM_PREFIX, s, "net")))
                .isEqualTo("REPLACE(TO_LOWER(s), \"(?<![\\\\p{L}\\\\p{N}])net\", \"\") != TO_LOWER(s)");
    }

    /** What the emitted expression asks of a text, asked of Java's own engine, which the target runs. */
    @Test
    void aLetterOfAnyAlphabetBesideATermDoesNotBoundIt() {
        Pattern pattern = Pattern.compile(JavaPattern.term("caf", true, true));
        assertThat(pattern.matcher("a caf-b").find()).isTrue();
        assertThat(pattern.matcher("caf").find()).isTrue();
        assertThat(pattern.matcher("café").find()).isFalse();
        assertThat(pattern.matcher("écaf").find()).isFalse();
        assertThat(pattern.matcher("_caf_").find()).isTrue();
        assertThat(Pattern.compile(JavaPattern.term("a.b*(c", true, true))
                        .matcher("x a.b*(c y")
                        .find())
                .isTrue();
    }

    @Test
    void negatedTermHoldsForMissingText() {
        assertThat(where(match(MatchKind.TERM, s, CaseRule.SENSITIVE, false, true, "x")))
                .isEqualTo(
                        "s IS NULL OR NOT (REPLACE(s, \"(?<![\\\\p{L}\\\\p{N}])x(?![\\\\p{L}\\\\p{N}])\", \"\") != s)");
    }

    @Test
    void termThatEndsInASignIsWiderAndItsNegationNarrower() {
        assertThat(translate(match(MatchKind.TERM, s, ".exe")).fidelity()).isEqualTo(Fidelity.WIDER);
        Scalar negated = match(MatchKind.TERM, s, CaseRule.INSENSITIVE, false, true, ".exe");
        assertThat(translate(negated).fidelity()).isEqualTo(Fidelity.NARROWER);
        assertThat(translate(not(match(MatchKind.TERM, s, ".exe"))).fidelity()).isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void emptyPatternIsFoundInEveryText() {
        assertThat(where(match(MatchKind.SUBSTRING, s, ""))).isEqualTo("true");
        assertThat(where(match(MatchKind.TERM, s, CaseRule.INSENSITIVE, true, false, "", "")))
                .isEqualTo("true");
    }

    @Test
    void severalPatternsAreAlternativesOrConditions() {
        assertThat(where(match(MatchKind.SUBSTRING, s, "a", "b")))
                .isEqualTo("TO_LOWER(s) LIKE \"*a*\" OR TO_LOWER(s) LIKE \"*b*\"");
        assertThat(where(match(MatchKind.SUBSTRING, s, CaseRule.INSENSITIVE, true, true, "a", "b")))
                .isEqualTo("s IS NULL OR NOT (TO_LOWER(s) LIKE \"*a*\" AND TO_LOWER(s) LIKE \"*b*\")");
    }

    @Test
    void listsWithTheEmptyTextTakeMissingValues() {
        assertThat(where(in(s, CaseRule.SENSITIVE, false, text("a"), text(""))))
                .isEqualTo("s IS NULL OR s IN (\"a\", \"\")");
        assertThat(where(in(s, CaseRule.SENSITIVE, true, text("a"), text("")))).isEqualTo("s NOT IN (\"a\", \"\")");
        assertThat(where(in(s, CaseRule.INSENSITIVE, true, array("A", "B"))))
                .isEqualTo("s IS NULL OR TO_LOWER(s) NOT IN (\"a\", \"b\")");
        assertThat(where(in(n, CaseRule.SENSITIVE, true, whole(1), whole(2))))
                .isEqualTo("n IS NULL OR n NOT IN (1, 2)");
    }

    @Test
    void emptyListMatchesNothing() {
        assertThat(where(in(s, CaseRule.SENSITIVE, false, array()))).isEqualTo("false");
        assertThat(where(in(s, CaseRule.SENSITIVE, true, array()))).isEqualTo("true");
    }

    @Test
    void numberComparedWithTextBecomesItsText() {
        assertThat(where(equal(s, whole(500121)))).isEqualTo("s == \"500121\"");
    }

    @Test
    void constantOnTheLeftIsTurned() {
        assertThat(where(compare(whole(5), ComparisonOperator.LESS, n))).isEqualTo("n > 5");
    }

    @Test
    void windowCountsFromNow() {
        Scalar time = table.ref("TimeGenerated");
        assertThat(where(compare(time, ComparisonOperator.GREATER, call("ago", KqlType.DATETIME, span(5400)))))
                .isEqualTo("TimeGenerated > NOW() - 90 minutes");
    }

    @Test
    void pathOfADynamicColumnIsANestedField() {
        assertThat(where(equal(
                        call("tostring", KqlType.STRING, member(member(table.ref("d"), "a"), "b-c")), text("x"))))
                .isEqualTo("d.a.`b-c` == \"x\"");
        assertThat(translate(match(MatchKind.TERM, table.ref("d"), "x")).fidelity())
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void conditionUsedAsAValueIsNeverNullWhereKqlIsFalse() {
        String text = table.extend("e", equal(s, text("x"))).to("esql").text().orElseThrow();
        assertThat(text).contains("EVAL e = COALESCE(s == \"x\", false)");
    }

    @Test
    void regularExpressionCoversTheWholeValue() {
        assertThat(where(match(MatchKind.REGEX, s, "^a.b|c$"))).isEqualTo("s RLIKE \"a[^\\n]b.*|.*c\"");
        assertThat(where(match(MatchKind.REGEX, s, "(?i)AB[A-F]{2,}")))
                .isEqualTo("TO_LOWER(s) RLIKE \".*ab[a-f]{2,}.*\"");
        assertThat(translate(match(MatchKind.REGEX, s, "\\bfoo\\b")).fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(translate(match(MatchKind.REGEX, s, "\\d+")).fidelity()).isEqualTo(Fidelity.NARROWER);
        assertThat(translate(not(match(MatchKind.REGEX, s, "\\d+"))).fidelity()).isEqualTo(Fidelity.WIDER);
    }

    @Test
    void negatedRangeOfAddressesIsWider() {
        Scalar inside = call("ipv4_is_private", KqlType.BOOL, s);
        assertThat(where(inside))
                .isEqualTo("CIDR_MATCH(TO_IP(s), \"10.0.0.0/8\", \"172.16.0.0/12\", \"192.168.0.0/16\")");
        assertThat(translate(inside).fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(translate(not(inside)).fidelity()).isEqualTo(Fidelity.WIDER);
    }

    @Test
    void refusalNamesTheConstructAndKeepsOtherReasons() {
        Translation translation = translate(and(
                equal(call("extract", KqlType.STRING, text("x"), whole(0), s), text("a")),
                match(MatchKind.REGEX, s, "(?=x)")));
        assertThat(translation.text()).isEmpty();
        assertThat(translation.notes().stream().filter(note -> note.code() == DiagnosticCode.KX005))
                .hasSize(2);
    }
}

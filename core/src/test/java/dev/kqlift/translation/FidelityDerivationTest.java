package dev.kqlift.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.Volatility;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FidelityDerivationTest {
    private final TestQuery q = new TestQuery();
    private final LocalNotes notes = new LocalNotes();
    private final Scalar condition = wider(q.has(q.a));

    private Scalar wider(Scalar scalar) {
        notes.add(scalar, LocalNote.wider("substring instead of a term", scalar.origin()));
        return scalar;
    }

    private Fidelity of(Relation relation) {
        return derive(relation).fidelity();
    }

    private DerivedFidelity derive(Relation relation) {
        return FidelityDerivation.derive(relation, notes, EmbeddedText.contiguous("0123456789", 20));
    }

    @Test
    void aQueryWithoutNotesIsExact() {
        assertThat(of(q.where(q.table(), q.has(q.b)))).isEqualTo(Fidelity.EXACT);
    }

    @Test
    void aWiderConditionOfAFilterGivesMoreRowsAndPointsIntoTheFile() {
        DerivedFidelity derived = derive(q.where(q.table(), q.and(condition, q.has(q.b))));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.WIDER);
        assertThat(derived.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo(DiagnosticCode.KX002);
            assertThat(note.span().start()).isEqualTo(25);
        });
    }

    @Test
    void negationTurnsWiderIntoNarrowerAndBack() {
        DerivedFidelity derived = derive(q.where(q.table(), q.not(condition)));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.NARROWER);
        assertThat(derived.notes().getFirst().code()).isEqualTo(DiagnosticCode.KX003);
        assertThat(of(q.where(q.table(), q.not(q.not(condition))))).isEqualTo(Fidelity.WIDER);
    }

    @Test
    void aConditionUsedAsAValuePromisesNothing() {
        Scalar compared =
                new Scalar.Comparison(ComparisonOperator.EQUAL, condition, q.has(q.b), CaseRule.SENSITIVE, Origin.NONE);
        assertThat(of(q.where(q.table(), compared))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.extend(q.table(), q.column("x"), condition))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.where(q.table(), q.greater(q.call("iff", Volatility.IMMUTABLE, condition), q.number(1)))))
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void moreRowsStayMoreRowsThroughOperatorsThatLookAtOneRow() {
        Relation filtered = q.where(q.table(), condition);
        Column made = q.column("x");
        assertThat(of(q.sort(q.project(q.extend(filtered, made, q.ref(q.c)), q.a, made), made)))
                .isEqualTo(Fidelity.WIDER);
        assertThat(of(q.union(filtered, q.table()))).isEqualTo(Fidelity.WIDER);
        assertThat(of(q.distinct(filtered, q.a))).isEqualTo(Fidelity.WIDER);
    }

    @Test
    void countingOrPickingAmongOtherRowsPromisesNothing() {
        Relation filtered = q.where(q.table(), condition);
        DerivedFidelity counted = derive(q.summarize(filtered, List.of(q.a), q.column("n"), q.aggregateCall("count")));
        assertThat(counted.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(counted.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo(DiagnosticCode.KX005);
            assertThat(note.message()).contains("aggregated");
        });
        assertThat(of(q.take(filtered))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.extend(filtered, q.column("r"), q.call("row_number", Volatility.VOLATILE))))
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void aConditionInsideAnAggregatePromisesNothing() {
        assertThat(of(q.summarize(q.table(), List.of(q.a), q.column("n"), q.aggregateCall("countif", condition))))
                .isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void theRightSideOfAnAntiJoinTurns() {
        Relation filtered = q.where(q.table(), condition);
        assertThat(of(q.join(JoinKind.LEFT_ANTI, q.table(), q.a, filtered, q.a)))
                .isEqualTo(Fidelity.NARROWER);
        assertThat(of(q.join(JoinKind.LEFT_ANTI, filtered, q.a, q.table(), q.a)))
                .isEqualTo(Fidelity.WIDER);
        assertThat(of(q.join(JoinKind.LEFT_ANTI, filtered, q.a, filtered, q.a))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void aSubqueryUnderInTurnsWithTheNegation() {
        Relation values = q.project(q.where(q.table(), condition), q.a);
        assertThat(of(q.where(q.table(), in(values, Scalar.InKind.IN, false)))).isEqualTo(Fidelity.WIDER);
        assertThat(of(q.where(q.table(), in(values, Scalar.InKind.IN, true)))).isEqualTo(Fidelity.NARROWER);
        assertThat(of(q.where(q.table(), in(values, Scalar.InKind.HAS_ANY, false))))
                .isEqualTo(Fidelity.WIDER);
        assertThat(of(q.where(q.table(), in(values, Scalar.InKind.HAS_ALL, false))))
                .isEqualTo(Fidelity.NARROWER);
    }

    private Scalar in(Relation values, Scalar.InKind kind, boolean negated) {
        return new Scalar.InRelation(kind, q.ref(q.b), values, CaseRule.SENSITIVE, negated, Origin.NONE);
    }

    @Test
    void toscalarOfOtherRowsPromisesNothing() {
        Relation values = q.project(q.where(q.table(), condition), q.c);
        Scalar single = new Scalar.Subquery(values, q.c.type(), Origin.NONE);
        assertThat(of(q.where(q.table(), q.greater(q.ref(q.c), single)))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void widerAndNarrowerPartsGiveANoteOfTheirOwn() {
        Scalar other = q.has(q.b);
        notes.add(other, LocalNote.narrower("ASCII only", Origin.of(1, 3)));
        DerivedFidelity derived = derive(q.where(q.table(), q.and(condition, other)));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(derived.notes())
                .extracting(TranslationNote::code)
                .containsExactlyInAnyOrder(DiagnosticCode.KX002, DiagnosticCode.KX003, DiagnosticCode.KX005);
    }

    @Test
    void aConstructThatReachesTheResultWiderAndNarrowerPromisesNothing() {
        Relation filtered = q.where(q.table(), condition);
        DerivedFidelity derived = derive(q.union(filtered, q.where(q.table(), q.not(condition))));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(derived.notes()).anySatisfy(note -> assertThat(note.code()).isEqualTo(DiagnosticCode.KX005));
    }

    @Test
    void anApproximateValueInTheResultIsApproximate() {
        Column x = q.column("x");
        assertThat(of(q.extend(q.table(), x, approximate()))).isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void anApproximateValueThatNothingReadsChangesNothing() {
        Column x = q.column("x");
        DerivedFidelity derived = derive(q.project(q.extend(q.table(), x, approximate()), q.a));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(derived.notes()).isEmpty();
    }

    @Test
    void anApproximateValueThatDecidesOverRowsPromisesNothing() {
        Column x = q.column("x");
        Relation extended = q.extend(q.table(), x, approximate());
        assertThat(of(q.where(extended, q.greater(q.ref(x), q.number(1))))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.distinct(extended, x))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.join(JoinKind.INNER, extended, x, q.table(), q.c))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.take(q.sort(extended, x)))).isEqualTo(Fidelity.UNSUPPORTED);
        // Ordered by it, but nothing is taken; ordered anew before something is.
        assertThat(of(q.sort(extended, x))).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(of(q.take(q.sort(q.sort(extended, x), q.c)))).isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void anApproximateValueIsFollowedThroughExpressions() {
        Column x = q.column("x");
        Column y = q.column("y");
        Relation extended =
                q.extend(q.extend(q.table(), x, approximate()), y, q.call("abs", Volatility.IMMUTABLE, q.ref(x)));
        assertThat(of(q.project(extended, q.a, y))).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(of(q.where(extended, q.greater(q.ref(y), q.number(1))))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void anEstimateOfKqlItselfStaysApproximateUnderAThresholdAndSaysSo() {
        Column n = q.column("dcount_b");
        Scalar dcount = q.aggregateCall("dcount", q.ref(q.b));
        notes.add(dcount, LocalNote.leftOpen("an estimate in KQL", dcount.origin(), List.of()));
        Relation counted = q.summarize(q.table(), List.of(q.a), n, dcount);
        DerivedFidelity derived = derive(q.where(counted, q.greater(q.ref(n), q.number(10))));
        assertThat(derived.fidelity()).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(derived.notes().getFirst().message()).contains("rows are chosen by it");
        // Even where the estimate itself is not returned.
        Relation hidden = q.project(
                q.where(counted, q.greater(q.ref(n), q.number(10))),
                counted.columns().getFirst());
        assertThat(of(hidden)).isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void aChoiceLeftOpenMattersOnlyWhereTheChosenColumnsAreUsed() {
        Relation join = q.join(JoinKind.INNER_UNIQUE, q.table(), q.a, q.table(), q.a);
        notes.add(join, LocalNote.leftOpen("any left row", Origin.NONE, List.of(q.b.id(), q.c.id())));
        assertThat(of(join)).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(of(q.project(join, q.a))).isEqualTo(Fidelity.EXACT);
        assertThat(of(q.project(q.where(join, q.has(q.b)), q.a))).isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void notesWithoutAnEffectStayThroughEverything() {
        Scalar other = q.has(q.b);
        notes.add(other, LocalNote.renamed("`b` is `user.name`", Origin.NONE));
        notes.add(other, LocalNote.assumption("text is in lower case", Origin.NONE));
        Relation relation = q.summarize(
                q.take(q.where(q.table(), q.not(other))), List.of(q.a), q.column("n"), q.aggregateCall("count"));
        DerivedFidelity derived = derive(relation);
        assertThat(derived.fidelity()).isEqualTo(Fidelity.EXACT);
        assertThat(derived.notes())
                .extracting(TranslationNote::code)
                .containsExactly(DiagnosticCode.KX001, DiagnosticCode.KX006);
    }

    @ParameterizedTest
    @EnumSource(JoinKind.class)
    void aRefusalAnywhereRefusesTheWhole(JoinKind kind) {
        Scalar refused = q.has(q.b);
        notes.add(refused, LocalNote.unsupported("cannot be said", Origin.NONE));
        Relation filtered = q.where(q.table(), q.not(refused));
        assertThat(of(q.join(kind, filtered, q.a, q.table(), q.a))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(of(q.take(q.join(kind, q.table(), q.a, filtered, q.a)))).isEqualTo(Fidelity.UNSUPPORTED);
    }

    @Test
    void aTableThatIsReadAtEveryLevelIsWalkedOnce() {
        Relation relation = q.where(q.table(), condition);
        for (int level = 0; level < 60; level++) {
            relation = q.union(relation, relation);
        }
        assertThat(derive(relation).notes()).hasSize(1);
    }

    private Scalar approximate() {
        Scalar value = q.call("gamma", Volatility.IMMUTABLE, q.ref(q.c));
        notes.add(value, LocalNote.approximate("another formula", Origin.NONE));
        return value;
    }
}

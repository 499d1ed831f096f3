package dev.kqlift.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreesTest {
    private final IrBuilder ir = new IrBuilder();

    @Test
    void inputsStandBeforeTheRelationsThatReadThem() {
        Relation left = ir.table("A", "K");
        Relation right = ir.table("B", "K");
        Relation join = ir.join(left, right, "K");
        Relation result = ir.where(join, ir.constant(true));
        assertThat(Trees.relations(List.of(result))).containsExactly(left, right, join, result);
        assertThat(Trees.inputs(join)).containsExactly(left, right);
    }

    @Test
    void aRelationReadTwiceIsListedOnce() {
        Relation shared = ir.table("A", "K");
        for (int i = 0; i < 40; i++) {
            shared = ir.union(shared, shared);
        }
        assertThat(Trees.relations(List.of(shared))).hasSize(41);
    }

    @Test
    void relationsInsideScalarsAreFound() {
        Relation inner = ir.table("Inner", "X");
        Relation table = ir.table("T", "A");
        Scalar in = new Scalar.InRelation(
                Scalar.InKind.IN, ir.ref(table, "A"), inner, CaseRule.SENSITIVE, false, Origin.NONE);
        Relation result = ir.where(table, ir.not(ir.or(ir.constant(true), in)));
        assertThat(Trees.relations(List.of(result))).containsExactly(table, inner, result);
        assertThat(Trees.subquery(in)).isEqualTo(Optional.of(inner));
        assertThat(Trees.relations(in)).containsExactly(inner);
    }

    @Test
    void childrenStandInTheOrderOfTheText() {
        Relation table = ir.table("T", "A");
        Scalar subject = ir.ref(table, "A");
        Scalar first = ir.constant("x");
        Scalar second = ir.constant("y");
        assertThat(Trees.children(ir.in(subject, false, first, second))).containsExactly(subject, first, second);
        assertThat(Trees.children(first)).isEmpty();
    }

    @Test
    void scalarsOfSummarizeAreAggregatesAndKeys() {
        Relation table = ir.table("T", "A");
        Scalar count = ir.aggregate("count", KqlType.LONG);
        Scalar key = ir.ref(table, "A");
        Relation summary = ir.summarize(table, List.of(ir.assign("count_", count)), List.of(ir.assign("A", key)));
        assertThat(Trees.scalars(summary)).containsExactly(count, key);
    }

    @Test
    void chainsAndWideConditionsAreWalkedOnASmallStack() {
        Relation chain = ir.table("T", "A");
        List<Scalar> operands = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            operands.add(ir.equal(ir.ref(chain, "A"), ir.constant("v" + i)));
        }
        Relation result = ir.where(chain, ir.or(operands.toArray(new Scalar[0])));
        for (int i = 0; i < 300; i++) {
            result = ir.where(result, ir.constant(true));
        }
        assertThat(Trees.relations(List.of(result))).hasSize(302);
    }
}

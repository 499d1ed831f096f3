package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look-up says what a walk along the items says, a refusal included. */
final class ItemsTest {
    private static final List<Value> VALUES = List.of(
            new Value.Text("a"),
            new Value.Text("B"),
            new Value.Text("Ä"),
            new Value.Text("\u212A"),
            new Value.Text("1"),
            new Value.Text(""),
            new Value.Whole(1, KqlType.LONG),
            new Value.Whole(1, KqlType.INT),
            new Value.Whole(2, KqlType.LONG),
            new Value.Real(1),
            new Value.Bool(true),
            new Value.Null(KqlType.LONG),
            new Value.Array(List.of(new Value.Text("b"), new Value.Array(List.of(new Value.Text("k"))))));

    private static List<List<Value>> lists() {
        List<List<Value>> lists = new ArrayList<>(List.of(
                List.of(),
                VALUES.subList(0, 2),
                VALUES.subList(0, 4),
                VALUES.subList(4, 6),
                VALUES.subList(6, 9),
                VALUES.subList(6, 10),
                VALUES.subList(4, 8),
                VALUES));
        VALUES.forEach(value -> lists.add(List.of(value)));
        VALUES.forEach(value -> lists.add(List.of(new Value.Array(List.of(value)), VALUES.getFirst())));
        return lists;
    }

    private static String walked(Value subject, List<Value> list, CaseRule caseRule) {
        try {
            return Boolean.toString(Membership.contains(subject, list, caseRule, Origin.NONE));
        } catch (NotEvaluated refusal) {
            return "refused";
        }
    }

    private static String lookedUp(Value subject, Items items, CaseRule caseRule) {
        try {
            return Boolean.toString(items.contains(subject, caseRule, Origin.NONE));
        } catch (NotEvaluated refusal) {
            return "refused";
        }
    }

    @Test
    void aLookUpSaysWhatAWalkSays() {
        for (List<Value> list : lists()) {
            Items items = new Items(list);
            for (Value subject : VALUES) {
                for (CaseRule caseRule : CaseRule.values()) {
                    assertThat(lookedUp(subject, items, caseRule))
                            .as("%s in %s, %s", subject, list, caseRule)
                            .isEqualTo(walked(subject, list, caseRule));
                }
            }
        }
    }
}

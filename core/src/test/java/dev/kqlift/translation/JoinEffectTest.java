package dev.kqlift.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.JoinKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Joins all small tables and asks whether what is promised of one side holds, and whether more could be promised. */
final class JoinEffectTest {
    private record Row(int key, int payload) {}

    private static final List<Row> POSSIBLE = List.of(new Row(1, 1), new Row(1, 2), new Row(2, 1));

    @ParameterizedTest
    @EnumSource(JoinKind.class)
    void thePromiseHoldsAndIsTheBestOne(JoinKind kind) {
        for (boolean left : new boolean[] {true, false}) {
            for (Fidelity effect : List.of(Fidelity.WIDER, Fidelity.NARROWER)) {
                boolean neverLoses = true;
                boolean neverAdds = true;
                for (List<Row> fewer : subsets()) {
                    for (List<Row> more : subsets()) {
                        if (!more.containsAll(fewer)) {
                            continue;
                        }
                        List<Row> meant = effect == Fidelity.WIDER ? fewer : more;
                        List<Row> emitted = effect == Fidelity.WIDER ? more : fewer;
                        for (List<Row> other : subsets()) {
                            Map<String, Integer> expected = left ? join(kind, meant, other) : join(kind, other, meant);
                            Map<String, Integer> actual =
                                    left ? join(kind, emitted, other) : join(kind, other, emitted);
                            neverLoses &= contains(actual, expected);
                            neverAdds &= contains(expected, actual);
                        }
                    }
                }
                Fidelity promised = RelationLifting.throughJoin(kind, left, effect);
                Fidelity provable = neverLoses ? Fidelity.WIDER : neverAdds ? Fidelity.NARROWER : Fidelity.UNSUPPORTED;
                // Of a unique left side with fewer rows another row may stay, which KQL allows; a fixed choice does
                // not.
                boolean openChoice = kind == JoinKind.INNER_UNIQUE && left && effect == Fidelity.NARROWER;
                if (!openChoice) {
                    assertThat(promised)
                            .as("%s, left %s, %s", kind, left, effect)
                            .isEqualTo(provable);
                }
            }
        }
    }

    private static List<List<Row>> subsets() {
        List<List<Row>> result = new ArrayList<>();
        for (int mask = 0; mask < 1 << POSSIBLE.size(); mask++) {
            List<Row> subset = new ArrayList<>();
            for (int i = 0; i < POSSIBLE.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    subset.add(POSSIBLE.get(i));
                }
            }
            result.add(subset);
        }
        return result;
    }

    private static boolean contains(Map<String, Integer> outer, Map<String, Integer> inner) {
        return inner.entrySet().stream().allMatch(entry -> outer.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    }

    private static Map<String, Integer> join(JoinKind kind, List<Row> left, List<Row> right) {
        Map<String, Integer> result = new HashMap<>();
        List<Row> leftRows = new ArrayList<>();
        for (Row row : left) {
            if (kind != JoinKind.INNER_UNIQUE || leftRows.stream().noneMatch(other -> other.key() == row.key())) {
                leftRows.add(row);
            }
        }
        boolean pairs = switch (kind) {
            case INNER, INNER_UNIQUE, LEFT_OUTER, RIGHT_OUTER, FULL_OUTER -> true;
            case LEFT_SEMI, RIGHT_SEMI, LEFT_ANTI, RIGHT_ANTI -> false;
        };
        for (Row l : leftRows) {
            boolean matched = false;
            for (Row r : right) {
                if (l.key() == r.key()) {
                    matched = true;
                    if (pairs) {
                        result.merge(l + "+" + r, 1, Integer::sum);
                    }
                }
            }
            boolean alone = !matched && (kind == JoinKind.LEFT_OUTER || kind == JoinKind.FULL_OUTER);
            if (alone || matched && kind == JoinKind.LEFT_SEMI || !matched && kind == JoinKind.LEFT_ANTI) {
                result.merge("left " + l, 1, Integer::sum);
            }
        }
        for (Row r : right) {
            boolean matched = leftRows.stream().anyMatch(l -> l.key() == r.key());
            boolean alone = !matched && (kind == JoinKind.RIGHT_OUTER || kind == JoinKind.FULL_OUTER);
            if (alone || matched && kind == JoinKind.RIGHT_SEMI || !matched && kind == JoinKind.RIGHT_ANTI) {
                result.merge("right " + r, 1, Integer::sum);
            }
        }
        return result;
    }
}

package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.List;

/** {@code in} and its negation against a list of values. */
final class Membership {
    private Membership() {}

    /** Whether the subject is one of the items, those inside arrays included. A null is in no list. */
    static boolean contains(Value subject, List<Value> items, CaseRule caseRule, Origin origin) {
        Untold.required(subject);
        for (Value item : items) {
            Untold.required(item);
            if (item instanceof Value.Array(var nested)) {
                if (contains(subject, nested, caseRule, origin)) {
                    return true;
                }
            } else if (Nulls.isNull(subject) && Nulls.isNull(item)) {
                throw Refusals.construct("a null is looked for in a list that holds a null", origin);
            } else if (!Nulls.isNull(subject)
                    && !Nulls.isNull(item)
                    && Comparisons.same(subject, item, caseRule, origin)) {
                return true;
            }
        }
        return false;
    }
}

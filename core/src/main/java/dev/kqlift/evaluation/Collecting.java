package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aggregates that collect values. Arrays among the values are taken apart; a null stays only where it is dynamic. */
final class Collecting {
    private static final long MOST = 1_048_576;

    private Collecting() {}

    static Value list(List<List<Value>> rows, CallSite site) {
        return limited(items(rows, site.isDynamic(0)), rows, site, MOST);
    }

    static Value listWithNulls(List<List<Value>> rows, CallSite site) {
        return limited(items(rows, true), rows, site, MOST);
    }

    static Value set(List<List<Value>> rows, CallSite site) {
        Set<RowKey> seen = new HashSet<>();
        List<Value> items = new ArrayList<>();
        for (Value item : items(rows, site.isDynamic(0))) {
            if (Nulls.isNull(item)) {
                throw site.refuse("whether a dynamic null is in a set is not known");
            }
            if (seen.add(RowKey.of(List.of(item)))) {
                items.add(item);
            }
        }
        return limited(items, rows, site, site.name().equals("makeset") ? 128 : MOST);
    }

    private static List<Value> items(List<List<Value>> rows, boolean nulls) {
        List<Value> items = new ArrayList<>();
        for (List<Value> row : rows) {
            if (row.get(0) instanceof Value.Array(var nested)) {
                items.addAll(nested);
            } else if (nulls || !Nulls.isNull(row.get(0))) {
                items.add(Dynamics.of(row.get(0)));
            }
        }
        return items;
    }

    /** No more items than the call or the engine allows. */
    private static Value limited(List<Value> items, List<List<Value>> rows, CallSite site, long most) {
        long limit = most;
        if (!rows.isEmpty() && rows.get(0).size() > 1) {
            limit = new Arguments(site, rows.get(0)).whole(1);
        }
        return new Value.Array(items.size() > limit ? items.subList(0, (int) Math.max(0, limit)) : items);
    }

    /** One bag of all bags; what is no bag is left out. */
    static Value bag(List<List<Value>> rows, CallSite site) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (List<Value> row : rows) {
            Map<String, Value> more = row.get(0) instanceof Value.Bag(var bag) ? bag : Map.of();
            for (Map.Entry<String, Value> entry : more.entrySet()) {
                Value before = entries.putIfAbsent(entry.getKey(), entry.getValue());
                if (before != null && !before.equals(entry.getValue())) {
                    String key = "the key `" + entry.getKey() + "` has several values, of which any may stay";
                    site.context()
                            .choices()
                            .demand("`" + site.name() + "`: " + key, site.origin(), () -> site.refuse(key));
                }
            }
        }
        if (!rows.isEmpty() && rows.get(0).size() > 1 && entries.size() > new Arguments(site, rows.get(0)).whole(1)) {
            throw site.refuse("there are more keys than the call allows");
        }
        return entries.isEmpty() && site.type() != KqlType.DYNAMIC ? Nulls.of(site.type()) : new Value.Bag(entries);
    }
}

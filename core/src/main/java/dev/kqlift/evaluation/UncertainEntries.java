package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a bag of which some are not known: who asks for another gets it, who asks for one of those, or for all
 * entries, is refused.
 */
final class UncertainEntries extends AbstractMap<String, Value> {
    private final Map<String, Value> known;
    private final Map<String, Supplier<NotEvaluated>> uncertain;

    /**
     * @param known all entries, with any value for those that are not known
     * @param uncertain the keys of those, at least one, each with what is said to who asks for it
     */
    UncertainEntries(Map<String, Value> known, Map<String, Supplier<NotEvaluated>> uncertain) {
        this.known = new LinkedHashMap<>(known);
        this.uncertain = new LinkedHashMap<>(uncertain);
    }

    @Override
    public @Nullable Value get(@Nullable Object key) {
        Supplier<NotEvaluated> refusal = uncertain.get(key);
        if (refusal != null) {
            throw refusal.get();
        }
        return known.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return known.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return known.keySet();
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        throw uncertain.values().iterator().next().get();
    }
}

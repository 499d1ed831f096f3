package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a bag of which one is not known: who asks for another gets it, who asks for that one, or for all of them,
 * is refused.
 */
final class UncertainEntries extends AbstractMap<String, Value> {
    private final Map<String, Value> known;
    private final String uncertain;
    private final Supplier<NotEvaluated> refusal;

    /**
     * @param known all entries, with any value for the one that is not known
     * @param uncertain the key of that one
     * @param refusal what is said to who asks for it
     */
    UncertainEntries(Map<String, Value> known, String uncertain, Supplier<NotEvaluated> refusal) {
        this.known = new LinkedHashMap<>(known);
        this.uncertain = uncertain;
        this.refusal = refusal;
    }

    @Override
    public @Nullable Value get(@Nullable Object key) {
        if (uncertain.equals(key)) {
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
        throw refusal.get();
    }
}

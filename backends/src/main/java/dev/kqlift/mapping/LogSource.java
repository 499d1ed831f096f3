package dev.kqlift.mapping;

import java.util.Optional;

/**
 * Where events come from, in the three words that Sigma uses.
 *
 * @param product a product, such as {@code windows}
 * @param category a kind of event, such as {@code process_creation}
 * @param service a part of a product's logs, such as {@code security}
 */
public record LogSource(Optional<String> product, Optional<String> category, Optional<String> service) {
    /** True when none of the words is known. */
    public boolean isEmpty() {
        return product.isEmpty() && category.isEmpty() && service.isEmpty();
    }
}

package dev.kqlift.analysis;

import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.List;

/** The scalar {@code let}s of a query that have a constant value, in the order of the text. */
public final class Parameters {
    private Parameters() {}

    public static List<QueryParameter> of(BoundQuery query) {
        List<QueryParameter> parameters = new ArrayList<>(query.constants().size());
        query.constants().forEach((name, value) -> parameters.add(new QueryParameter(name, value)));
        return parameters;
    }
}

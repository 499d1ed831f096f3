package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into JSON: {@code $.a.b[0]['c']}. */
final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\[(\\d+)]|\\['([^']*)']|\\[\"([^\"]*)\"]");

    private JsonPath() {}

    /** A step into a value: a key, or an index where the key is absent. */
    record Step(String key, int index) {
        boolean isIndex() {
            return index >= 0;
        }
    }

    /** The steps of a path; empty where it is in a form that is not read here. */
    static Optional<List<Step>> steps(String path) {
        if (!path.startsWith("$")) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path).region(1, path.length());
        int at = 1;
        while (at < path.length()) {
            if (!matcher.find() || matcher.start() != at) {
                return Optional.empty();
            }
            at = matcher.end();
            String index = matcher.group(2);
            steps.add(index == null ? new Step(key(matcher), -1) : new Step("", Integer.parseInt(index)));
        }
        return Optional.of(steps);
    }

    private static String key(Matcher matcher) {
        String bare = matcher.group(1);
        if (bare != null) {
            return bare;
        }
        String single = matcher.group(3);
        return single == null ? matcher.group(4) : single;
    }

    /** {@code extract_json(path, text [, type])}. */
    static Value extract(Arguments a) {
        List<Step> steps = steps(a.text(0)).orElseThrow(() -> a.refuse("the path is in a form that is not evaluated"));
        Value value = a.value(1) instanceof Value.Text(var text) ? Json.parse(text, a.site()) : a.value(1);
        for (Step step : steps) {
            value = step.isIndex()
                    ? DynamicAccess.element(
                            value, Numbers.ofLong(step.index()), a.site().origin())
                    : DynamicAccess.member(value, step.key());
        }
        return Casts.to(a.site().type(), value, KqlType.DYNAMIC, a.site());
    }
}

package dev.kqlift.lint;

import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The constants of a query that the engine reads as regular expressions. */
final class RegexPatterns {
    private RegexPatterns() {}

    /** A pattern and where it stands. */
    record Pattern(String text, Origin origin) {}

    /** The patterns of a match; none where it is no regular expression. */
    static List<Pattern> of(Scalar.StringMatch match) {
        List<Pattern> patterns = new ArrayList<>();
        if (match.kind() == MatchKind.REGEX) {
            match.patterns().forEach(pattern -> add(pattern, patterns));
        }
        return patterns;
    }

    /** The patterns of a call. */
    static List<Pattern> of(Scalar.Call call) {
        int index = switch (call.function().name()) {
            case "extract", "extract_all", "extractall", "trim", "trim_start", "trim_end" -> 0;
            case "replace_regex" -> 1;
            case "replace" -> 0;
            case "countof" ->
                call.arguments().size() == 3
                                && ScalarParts.text(call.arguments().get(2))
                                        .filter("regex"::equals)
                                        .isPresent()
                        ? 1
                        : -1;
            default -> -1;
        };
        List<Pattern> patterns = new ArrayList<>();
        if (index >= 0 && index < call.arguments().size()) {
            add(call.arguments().get(index), patterns);
        }
        return patterns;
    }

    private static void add(Scalar scalar, List<Pattern> patterns) {
        ScalarParts.text(scalar).ifPresent(text -> patterns.add(new Pattern(text, scalar.origin())));
    }
}

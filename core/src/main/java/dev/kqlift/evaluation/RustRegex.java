package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of the engine, whose syntax is that of Rust's {@code regex} crate. */
final class RustRegex {
    /** A query asks for few expressions, at every row. */
    private static final int MOST_KNOWN = 256;

    private static final Map<String, Compiled> KNOWN = new ConcurrentHashMap<>();

    /** An expression as Java has it, wherever it stands. */
    private record Compiled(Pattern pattern, Map<String, Integer> names, boolean ignoresCase) {}

    private final Pattern pattern;
    private final Map<String, Integer> names;
    private final boolean ignoresCase;
    private final Origin origin;

    private RustRegex(Compiled compiled, Origin origin) {
        this.pattern = compiled.pattern();
        this.names = compiled.names();
        this.ignoresCase = compiled.ignoresCase();
        this.origin = origin;
    }

    /** Reads an expression; throws {@link NotEvaluated} where it is wrong or cannot be said exactly here. */
    static RustRegex of(String regex, Origin origin) {
        Compiled compiled = KNOWN.get(regex);
        if (compiled == null) {
            compiled = compiled(regex, origin);
            if (KNOWN.size() >= MOST_KNOWN) {
                KNOWN.clear();
            }
            KNOWN.put(regex, compiled);
        }
        return new RustRegex(compiled, origin);
    }

    private static Compiled compiled(String regex, Origin origin) {
        RegexTranslation translation = new RegexTranslation(regex, origin);
        String java = translation.translate();
        try {
            Pattern pattern = Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE);
            return new Compiled(pattern, translation.names(), translation.ignoresCase());
        } catch (PatternSyntaxException notTaken) {
            throw Refusals.construct("the regular expression is not evaluated: " + notTaken.getDescription(), origin);
        }
    }

    int groups() {
        return pattern.matcher("").groupCount();
    }

    /** The number of a named group. */
    Optional<Integer> group(String name) {
        return Optional.ofNullable(names.get(name));
    }

    boolean find(String text) {
        return first(text).isPresent();
    }

    /** The leftmost match. */
    Optional<MatchResult> first(String text) {
        return find(matcher(text), 0);
    }

    /** All matches from left to right. An empty match does not stand directly behind the one before it, unlike in Java. */
    List<MatchResult> all(String text) {
        List<MatchResult> matches = new ArrayList<>();
        Matcher matcher = matcher(text);
        int from = 0;
        int lastEnd = -1;
        while (from <= text.length()) {
            Optional<MatchResult> found = find(matcher, from);
            if (found.isEmpty()) {
                break;
            }
            MatchResult match = found.get();
            if (match.end() > match.start()) {
                from = match.end();
            } else {
                from = match.end() < text.length() ? text.offsetByCodePoints(match.end(), 1) : match.end() + 1;
                if (match.end() == lastEnd) {
                    continue;
                }
            }
            lastEnd = match.end();
            matches.add(match);
        }
        return matches;
    }

    private Optional<MatchResult> find(Matcher matcher, int from) {
        try {
            return matcher.find(from) ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        } catch (StackOverflowError tooDeep) {
            throw Refusals.limit("the regular expression is too deep for a text of this length", origin);
        }
    }

    private Matcher matcher(String text) {
        if (ignoresCase && (text.indexOf('\u0130') >= 0 || text.indexOf('\u0131') >= 0)) {
            throw Refusals.construct("the case of a dotted or dotless i is not certain here", origin);
        }
        return pattern.matcher(text);
    }
}

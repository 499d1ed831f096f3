package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that named entities before rules had entity mappings. */
final class OldEntityColumns {
    private static final Pattern COLUMN = Pattern.compile("(?:Account|Host|IP|URL|Process|FileHash)CustomEntity");

    private OldEntityColumns() {}

    /** The places where a query first writes each of them, in the order of the text. */
    static Map<String, Span> of(RuleDocument document) {
        Map<String, Span> found = new LinkedHashMap<>();
        document.query().ifPresent(query -> {
            Matcher matcher = COLUMN.matcher(CodeText.of(query.text()).code());
            while (matcher.find()) {
                found.putIfAbsent(matcher.group(), new Span(matcher.start(), matcher.end()));
            }
        });
        return found;
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place that was to be filled in and was not. */
@RuleInfo(code = "KL115", name = "fill-in-left", category = LintCategory.METADATA, severity = Severity.WARNING)
final class FillInLeft implements LintRule, OnDocument {
    private static final Pattern FILL_IN = Pattern.compile(
            "<\\s*(?:your|insert|enter|replace|add|fill|workspace|tenant|subscription|domain|put)\\b[^<>\\n]{0,60}>"
                    + "|\\{\\{\\s*[Gg][Uu][Ii][Dd]\\s*\\}\\}"
                    + "|\\b(?:CHANGE_?ME|REPLACE_?ME|INSERT_[A-Z_]+_HERE)\\b"
                    + "|\\bx{8}-x{4}-x{4}-x{4}-x{12}\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TODO = Pattern.compile("\\b(?:TODO|TBD|FIXME)\\b");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        document.query().map(EmbeddedText::text).ifPresent(query -> {
            Matcher found = FILL_IN.matcher(CodeText.of(query).uncommented());
            while (found.find()) {
                context.report(new Span(found.start(), found.end()), message(found.group()))
                        .help("fill it in");
            }
        });
        RuleKeys.of(document, context)
                .ifPresent(keys -> keys.allTexts().stream()
                        .filter(text -> !isQuery(text, document))
                        .forEach(text -> text(keys, text, context)));
    }

    private static boolean isQuery(Datum.Scalar text, RuleDocument document) {
        return document.query()
                        .filter(query -> query.whole().start() == text.span().start())
                        .isPresent()
                || document.query()
                        .filter(query -> query.text().equals(text.value()))
                        .isPresent();
    }

    private static void text(RuleKeys keys, Datum.Scalar text, RuleContext context) {
        for (Pattern pattern : List.of(FILL_IN, TODO)) {
            Matcher found = pattern.matcher(text.value());
            while (found.find()) {
                context.reportInFile(
                                keys.placed(text).toFile(new Span(found.start(), found.end())), message(found.group()))
                        .help("fill it in");
            }
        }
    }

    private static String message(String found) {
        return "`" + found + "` is left to be filled in";
    }
}

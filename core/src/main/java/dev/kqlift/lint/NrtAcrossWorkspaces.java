package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A near-real-time rule that reads another workspace. */
@RuleInfo(
        code = "KL207",
        name = "nrt-across-workspaces",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.NRT, RuleKind.ARM})
final class NrtAcrossWorkspaces implements LintRule, OnDocument {
    private static final Pattern CALL = Pattern.compile("\\bworkspace\\s*(?=\\()");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofNrtRule(document, context).isEmpty()) {
            return;
        }
        document.query().ifPresent(query -> {
            Matcher call = CALL.matcher(CodeText.of(query.text()).code());
            while (call.find()) {
                context.report(
                                new Span(call.start(), call.end()),
                                "a near-real-time rule reads its own workspace alone")
                        .help("remove `workspace()`, or make the rule `kind: Scheduled`");
            }
        });
    }
}

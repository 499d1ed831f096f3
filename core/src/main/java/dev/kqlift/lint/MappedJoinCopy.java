package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entity mapping of the copy of a column that a join makes. */
@RuleInfo(
        code = "KL329",
        name = "mapped-join-copy",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class MappedJoinCopy implements LintRule, OnDocument {
    private static final Pattern COPY = Pattern.compile("(.*\\D)1");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        List<NamedColumn> mapped = MissingColumns.named(document, context);
        if (mapped.isEmpty()) {
            return;
        }
        ResultColumns.of(context).ifPresent(columns -> mapped.forEach(named -> check(named, columns, context)));
    }

    private static void check(NamedColumn named, ResultColumns columns, RuleContext context) {
        String name = named.column().value();
        Matcher copy = COPY.matcher(name);
        boolean ofJoin = columns.field(name)
                .filter(field -> field.source().equals("join"))
                .isPresent();
        if (ofJoin && copy.matches() && columns.has(copy.group(1))) {
            context.reportInFile(
                            named.column().span(),
                            named.use().words() + " names `" + name + "`, the copy of `" + copy.group(1)
                                    + "` that the join took from its right side")
                    .help("name `" + copy.group(1) + "`, or rename the column of the right side before the join");
        }
    }
}

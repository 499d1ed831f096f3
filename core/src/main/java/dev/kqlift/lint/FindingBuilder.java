package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to a reported place what helps to understand and mend it. */
final class FindingBuilder {
    private final RuleContext context;
    private final CheckInfo check;
    private final String message;
    private final Span span;
    private final List<Label> labels = new ArrayList<>();
    private Optional<String> help = Optional.empty();
    private Optional<Fix> fix = Optional.empty();
    private Severity severity;

    FindingBuilder(RuleContext context, CheckInfo check, String message, Span span) {
        this.context = context;
        this.check = check;
        this.message = message;
        this.span = span;
        this.severity = context.severity();
    }

    /** Says what to do, as an order. */
    FindingBuilder help(String text) {
        help = Optional.of(text);
        return this;
    }

    /** Says that this finding is less bad than what the check finds in most cases; never makes it worse. */
    FindingBuilder atMost(Severity limit) {
        severity = severity.compareTo(limit) < 0 ? limit : severity;
        return this;
    }

    /** Points at a second place of the query. */
    FindingBuilder label(Span query, String text) {
        return labelInFile(context.inFile(query), text);
    }

    /** Points at a second place of the rule file. */
    FindingBuilder labelInFile(Span file, String text) {
        labels.add(new Label(file, text));
        return this;
    }

    /** Points at a place of another rule file. */
    FindingBuilder labelIn(SourceFile file, Span span, String text) {
        labels.add(new Label(Optional.of(file), span, text));
        return this;
    }

    /** Offers a fix of one edit, where the edit can be made. */
    FindingBuilder fix(Applicability applicability, String title, Optional<TextEdit> edit) {
        edit.ifPresent(present -> fix = Optional.of(new Fix(applicability, title, List.of(present))));
        return this;
    }

    /** Offers a fix of several edits that do not overlap, in the order of the file. */
    FindingBuilder fix(Applicability applicability, String title, List<TextEdit> edits) {
        fix = edits.isEmpty() ? Optional.empty() : Optional.of(new Fix(applicability, title, edits));
        return this;
    }

    Finding build() {
        return new Finding(check, severity, message, span, help, labels, fix);
    }
}

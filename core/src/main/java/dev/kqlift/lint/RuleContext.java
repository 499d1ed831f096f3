package dev.kqlift.lint;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one check knows of the rule that it sees, and where it puts what it finds. Spans of nodes are in the query's text;
 * this class takes them to the file.
 */
final class RuleContext {
    private final LintSubject subject;
    private final LintSettings settings;
    private final CheckInfo check;
    private final List<FindingBuilder> found = new ArrayList<>();
    private Optional<String> notChecked = Optional.empty();

    RuleContext(LintSubject subject, LintSettings settings, CheckInfo check) {
        this.subject = subject;
        this.settings = settings;
        this.check = check;
    }

    LintSubject subject() {
        return subject;
    }

    LintSettings settings() {
        return settings;
    }

    /** ATT&CK in the version that rules are held against. */
    AttackCatalog attack() {
        return AttackCatalog.of(settings.attackVersion());
    }

    /** Reports a place of the query. */
    FindingBuilder report(Span query, String message) {
        return reportInFile(inFile(query), message);
    }

    /** Reports a node of the query. */
    FindingBuilder report(Origin origin, String message) {
        return report(origin.span(), message);
    }

    /** Reports a place of the rule file. */
    FindingBuilder reportInFile(Span file, String message) {
        FindingBuilder builder = new FindingBuilder(this, check, message, file);
        found.add(builder);
        return builder;
    }

    /**
     * How bad a finding of the check is in this rule. Nothing refuses a hunting query for its mappings or its tactics: what
     * is wrong with them is lost, no more.
     */
    Severity severity() {
        boolean tolerated = switch (check.category()) {
            case OUTPUT, ATTACK -> subject.document().kind() == RuleKind.HUNTING;
            case LINT, METADATA, SCHEDULE, NAMES, MEANING, COST, CORPUS, DEFENDER -> false;
        };
        return tolerated && check.severity() == Severity.ERROR ? Severity.WARNING : check.severity();
    }

    /** Says that the rule, or a part of it, cannot be checked; it then does not count as passed. */
    void notChecked(String reason) {
        if (notChecked.isEmpty()) {
            notChecked = Optional.of(reason);
        }
    }

    /** The text of the query; empty where the rule has none. */
    String queryText() {
        return subject.document().query().map(EmbeddedText::text).orElse("");
    }

    /** The text that a node of the query is written as. */
    String textOf(Span query) {
        String text = queryText();
        int start = Math.clamp(query.start(), 0, text.length());
        return text.substring(start, Math.clamp(query.end(), start, text.length()));
    }

    /** The keyword with which an operator begins, without the bar before it. */
    Span keyword(TabularOperator operator) {
        int start = operator.origin().start();
        String text = queryText();
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return new Span(start, Math.max(end, start));
    }

    /** The place in the file of a place in the query. */
    Span inFile(Span query) {
        return subject.document().query().map(text -> text.toFile(query)).orElse(query);
    }

    /**
     * The edit that replaces a place of the query; empty where the file spells the query in a way that does not let it be
     * replaced one to one.
     */
    Optional<TextEdit> replace(Span query, String replacement) {
        Optional<EmbeddedText> text = subject.document().query();
        if (text.isEmpty() || text.get().isOpaque() || !isPlain(replacement)) {
            return Optional.empty();
        }
        Span file = text.get().toFile(query);
        String spelt = subject.document().file().text().text().substring(file.start(), file.end());
        return spelt.equals(textOf(query)) ? Optional.of(new TextEdit(file, replacement)) : Optional.empty();
    }

    /** The edit that replaces {@code old}, with which a place of the query begins. */
    Optional<TextEdit> replaceStart(Span query, String old, String replacement) {
        Span start = new Span(query.start(), Math.min(query.end(), query.start() + old.length()));
        return textOf(start).equals(old) ? replace(start, replacement) : Optional.empty();
    }

    /**
     * The edit that deletes a place of the query; empty where the file does not let its characters be told apart. Line breaks
     * and indentation of the file inside the place go with it.
     */
    Optional<TextEdit> delete(Span query) {
        Optional<EmbeddedText> text = subject.document().query();
        boolean followed = text.isPresent() && !text.get().isOpaque() && query.length() > 0;
        // The last character of an escape cannot be told from its first.
        boolean plain = followed && isPlain(textOf(new Span(query.end() - 1, query.end())));
        return plain ? Optional.of(new TextEdit(text.get().toFile(query), "")) : Optional.empty();
    }

    /** True for texts that every form of scalar spells as they are. */
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\'' || c == '\\');
    }

    List<Finding> findings() {
        return found.stream().map(FindingBuilder::build).toList();
    }

    Optional<String> reasonNotChecked() {
        return notChecked;
    }
}

package dev.kqlift.reports.diff;

import dev.kqlift.corpus.diff.Change;
import dev.kqlift.corpus.diff.CorpusDiff;
import dev.kqlift.corpus.diff.Delta;
import dev.kqlift.corpus.diff.FieldChange;
import dev.kqlift.corpus.diff.FoundProblem;
import dev.kqlift.corpus.diff.RuleChange;
import dev.kqlift.corpus.diff.SoughtValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The sentences about a change that formats for people have in common. */
final class DiffLines {
    /** Longer texts are told to differ, not shown. */
    private static final int LONGEST = 120;

    private static final int MOST = 20;

    private final UnaryOperator<String> text;
    private final UnaryOperator<String> code;
    private final List<String> lines = new ArrayList<>();

    private DiffLines(UnaryOperator<String> text, UnaryOperator<String> code) {
        this.text = text;
        this.code = code;
    }

    /**
     * The sentences about a change.
     *
     * @param text makes words of a rule harmless
     * @param code shows a value
     */
    static List<String> of(RuleChange change, UnaryOperator<String> text, UnaryOperator<String> code) {
        DiffLines lines = new DiffLines(text, code);
        lines.all(change);
        return lines.lines;
    }

    /** One line about everything. */
    static String head(CorpusDiff diff) {
        long meaning = diff.changed().stream().filter(RuleChange::inMeaning).count();
        long words = diff.changed().stream().filter(RuleChange::onlyInText).count();
        long places = diff.changed().size() - meaning - words;
        return diff.added().size() + " added, " + diff.removed().size() + " removed, " + meaning
                + " changed in meaning, " + words + " only in text, " + places + " moved or renamed, "
                + diff.unchanged()
                + " unchanged";
    }

    private void all(RuleChange change) {
        if (change.renamed()) {
            lines.add("renamed from " + text.apply(change.before().rule().title()));
        }
        if (change.moved()) {
            lines.add("moved from " + code.apply(change.before().path()));
        }
        change.metadata().stream().filter(Change::meaning).forEach(this::metadata);
        delta("maps", change.mappings(), code);
        delta("reads", change.tables(), code);
        delta("looks for", change.indicators(), this::sought);
        delta("returns", change.fields(), code);
        change.retyped().forEach(this::retyped);
        switch (change.query()) {
            case NONE -> {}
            case TEXT -> lines.add("the query differs in comments and layout only");
            case MEANING -> lines.add("the query differs");
        }
        change.metadata().stream().filter(each -> !each.meaning()).forEach(this::metadata);
        delta("has the finding", change.findings(), this::finding);
    }

    private void metadata(Change change) {
        boolean shown = change.before().length() <= LONGEST
                && change.after().length() <= LONGEST
                && change.before().indexOf('\n') < 0
                && change.after().indexOf('\n') < 0
                && !(change.before().isEmpty() && change.after().isEmpty());
        String name = text.apply(change.name());
        if (!shown) {
            lines.add(name + " differs");
        } else if (change.before().isEmpty()) {
            lines.add(name + ": now " + code.apply(change.after()));
        } else if (change.after().isEmpty()) {
            lines.add(name + ": no longer " + code.apply(change.before()));
        } else {
            lines.add(name + ": " + code.apply(change.before()) + " → " + code.apply(change.after()));
        }
    }

    private <T> void delta(String verb, Delta<T> delta, Function<T, String> shown) {
        list("now " + verb, delta.gained(), shown);
        list("no longer " + verb, delta.lost(), shown);
    }

    private <T> void list(String verb, List<T> values, Function<T, String> shown) {
        if (values.isEmpty()) {
            return;
        }
        List<String> first = values.stream().limit(MOST).map(shown).toList();
        String rest = values.size() > MOST ? " and " + (values.size() - MOST) + " more" : "";
        lines.add(verb + " " + String.join(", ", first) + rest);
    }

    private String sought(SoughtValue value) {
        String test = (value.negated() ? "not " : "") + value.kind().word();
        return code.apply(value.field()) + " " + test
                + value.value().map(shown -> " " + code.apply(cut(shown))).orElse("");
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private void retyped(FieldChange change) {
        lines.add("returns " + code.apply(change.name()) + " as "
                + change.after().word() + ", was " + change.before().word());
    }

    private String finding(FoundProblem problem) {
        return problem.code() + " (" + problem.severity().word() + ": " + text.apply(problem.message()) + ")";
    }
}

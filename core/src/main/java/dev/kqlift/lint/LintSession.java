package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of lint over many rules. {@link #check} may be called from several threads; {@link #add} is called from one, in the
 * order of the files and of the rules in them.
 */
public final class LintSession {
    private final Linter linter;
    private final CorpusLint corpus;
    private final List<Entry> entries = new ArrayList<>();

    LintSession(Linter linter, CorpusLint corpus) {
        this.linter = linter;
        this.corpus = corpus;
    }

    /** What the checks of single rules found in one. */
    public static final class Checked {
        private final LintDraft draft;

        private Checked(LintDraft draft) {
            this.draft = draft;
        }
    }

    /** A rule and what came of its checks. */
    public record Linted(RuleDocument document, LintOutcome outcome) {}

    private record Entry(LintDraft draft, List<CorpusLint.Said> said) {}

    /** Makes the checks that need one rule. */
    public Checked check(LintSubject subject) {
        return new Checked(linter.draft(subject));
    }

    /** True when rules are compared, so that rules are worth adding that are not reported on. */
    public boolean comparesRules() {
        return !corpus.isEmpty();
    }

    /** Adds a rule; without what its own checks found it only serves for comparison. */
    public void add(LintSubject subject, Optional<Checked> checked) {
        List<CorpusLint.Said> said = corpus.add(subject);
        checked.ifPresent(own -> entries.add(new Entry(own.draft, said)));
    }

    /** What came of all rules that are reported on, in the order in which they were added. */
    public List<Linted> finish() {
        boolean compared = corpus.finish();
        List<Linted> linted = new ArrayList<>(entries.size());
        List<LintDraft> file = new ArrayList<>();
        for (Entry entry : entries) {
            LintDraft draft = compared ? withCorpus(entry) : entry.draft;
            if (!file.isEmpty()
                    && !isSame(
                            file.getFirst().document().file(), draft.document().file())) {
                addAll(file, linted);
            }
            file.add(draft);
        }
        addAll(file, linted);
        return linted;
    }

    private static boolean isSame(SourceFile one, SourceFile other) {
        return one.path().equals(other.path());
    }

    private static void addAll(List<LintDraft> file, List<Linted> linted) {
        List<LintOutcome> outcomes = FileOutcomes.of(file);
        for (int i = 0; i < outcomes.size(); i++) {
            linted.add(new Linted(file.get(i).document(), outcomes.get(i)));
        }
        file.clear();
    }

    private static LintDraft withCorpus(Entry entry) {
        LintDraft.Builder builder = LintDraft.Builder.from(entry.draft);
        for (CorpusLint.Said said : entry.said) {
            if (entry.draft.chosen().runs(said.check())) {
                builder.take(said.check(), said.context());
            }
        }
        return builder.build();
    }
}

package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.translation.Translation;
import java.util.List;
import java.util.Optional;

/**
 * Everything that reports show of one rule.
 *
 * @param slug names the rule's page: of lower-case letters, digits and hyphens, unique in the corpus, stable from run to run
 * @param document the rule file's own words
 * @param title the rule's name, or else its file's
 * @param attack the ATT&CK tactics and techniques that the rule states, with names
 * @param analysis what the query reads, looks for and returns
 * @param trace the columns after each stage and what each output field is made of; empty where the query does not parse
 * @param mappings the columns that the rule's metadata names, and whether the query returns them
 * @param lint what the checks found
 * @param translations one for each target asked for, in that order
 * @param knobs the places of the query that tune the rule
 * @param notes what a team keeps beside the rule
 * @param fingerprint equal for rules whose queries are equal but for layout and comments; empty where the query does not
 *     parse
 */
public record RuleFacts(
        String slug,
        RuleDocument document,
        String title,
        List<AttackFact> attack,
        RuleAnalysis analysis,
        Optional<QueryTrace> trace,
        List<MappingFact> mappings,
        LintOutcome lint,
        List<Translation> translations,
        List<TuningKnob> knobs,
        RuleNotes notes,
        Optional<String> fingerprint) {
    public RuleFacts {
        attack = List.copyOf(attack);
        mappings = List.copyOf(mappings);
        translations = List.copyOf(translations);
        knobs = List.copyOf(knobs);
    }

    /** The same facts under another slug. */
    RuleFacts withSlug(String other) {
        return new RuleFacts(
                other,
                document,
                title,
                attack,
                analysis,
                trace,
                mappings,
                lint,
                translations,
                knobs,
                notes,
                fingerprint);
    }

    /** The same facts with what the checks found, which those that compare rules say last. */
    public RuleFacts with(LintOutcome outcome) {
        return new RuleFacts(
                slug,
                document,
                title,
                attack,
                analysis,
                trace,
                mappings,
                outcome,
                translations,
                knobs,
                notes,
                fingerprint);
    }
}

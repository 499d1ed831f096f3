package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.lint.Applicability;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.Fix;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.reports.site.view.CodeLine;
import dev.kqlift.reports.site.view.Inline;
import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.site.view.RulePage;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What checks and translations say of a rule: rows of its page, and signs beside the lines that they are about. */
final class FindingRows {
    private final RuleFacts rule;
    private final Listing listing;
    private final SiteLinks links;

    FindingRows(RuleFacts rule, Listing listing, SiteLinks links) {
        this.rule = rule;
        this.listing = listing;
        this.links = links;
    }

    String checks() {
        LintOutcome lint = rule.lint();
        String suppressed =
                lint.suppressed() == 0 ? "" : ", " + Numbers.of(lint.suppressed(), "finding") + " suppressed";
        return Numbers.of(lint.passed(), "check") + " passed, " + Numbers.text(lint.failed()) + " found something, "
                + Numbers.text(lint.notChecked().size()) + " could not be made" + suppressed + ".";
    }

    List<RulePage.Finding> findings() {
        List<RulePage.Finding> rows = new ArrayList<>();
        for (Finding finding : rule.lint().findings()) {
            String anchor = "finding-" + (rows.size() + 1);
            String code = finding.check().code();
            CodeLine.Marker marker = new CodeLine.Marker(
                    Words.severity(finding.severity()).look(),
                    Words.sign(finding.severity()),
                    code + ": " + Printable.line(finding.message()),
                    "#" + anchor);
            int rank = -finding.severity().ordinal();
            listing.mark(finding.span(), new LineMarks.Mark("checks", rank, marker));
            rows.add(new RulePage.Finding(
                    anchor,
                    Words.severity(finding.severity()),
                    new Link(code, "../" + links.code(code)),
                    finding.check().name().replace('-', ' '),
                    Messages.parts(finding.message()),
                    listing.excerpt(finding.span()),
                    Messages.parts(finding.help().orElse("")),
                    labels(finding),
                    finding.fix().map(FindingRows::fix).orElse(List.of())));
        }
        return rows;
    }

    private List<RulePage.LabelLine> labels(Finding finding) {
        return finding.labels().stream()
                .map(label -> new RulePage.LabelLine(Messages.parts(label.text()), listing.excerpt(label.span())))
                .toList();
    }

    private static List<Inline> fix(Fix fix) {
        String means = fix.applicability() == Applicability.SAFE
                ? " (`kqlift lint --fix` does it)"
                : " (changes what the rule means)";
        return Messages.parts("Fix: " + fix.title() + means);
    }

    List<RulePage.NotChecked> notChecked() {
        return rule.lint().notChecked().stream()
                .map(not -> new RulePage.NotChecked(
                        not.check().code(), not.check().name().replace('-', ' '), Printable.line(not.reason())))
                .toList();
    }

    List<RulePage.Translated> translations() {
        List<RulePage.Translated> rows = new ArrayList<>();
        for (Translation translation : rule.translations()) {
            String target = translation.target();
            String extension = translation.extension().isEmpty() ? "txt" : translation.extension();
            rows.add(new RulePage.Translated(
                    "to-" + target,
                    target,
                    Words.fidelity(translation.fidelity()),
                    Words.promise(translation.fidelity()),
                    notes(translation),
                    translation.text().orElse(null),
                    rule.slug() + "." + extension));
        }
        return rows;
    }

    private List<RulePage.Note> notes(Translation translation) {
        List<RulePage.Note> rows = new ArrayList<>();
        for (TranslationNote note : translation.notes()) {
            String anchor = translation.target() + "-" + (rows.size() + 1);
            String code = note.code().name();
            String target = translation.target();
            CodeLine.Marker marker = new CodeLine.Marker(
                    Words.fidelity(note.effect()).look(),
                    target.substring(0, 1).toUpperCase(Locale.ROOT),
                    target + ", " + note.effect().word() + ": " + Printable.line(note.message()),
                    "#" + anchor);
            listing.mark(note.span(), new LineMarks.Mark(target, note.effect().ordinal(), marker));
            rows.add(new RulePage.Note(
                    anchor,
                    code,
                    Words.fidelity(note.effect()),
                    Messages.parts(note.message()),
                    listing.excerpt(note.span())));
        }
        return rows;
    }
}

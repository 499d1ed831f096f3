package dev.kqlift.reports.site.view;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a rule.
 *
 * @param contents the parts of the page that there are
 * @param place the rule's file and line
 * @param facts what the file says of the rule, schedule and identity first
 * @param other further keys of the file
 * @param functions the workspace functions that the query calls
 * @param listing the query
 * @param listingNote what has to be said of the lines' numbers; empty for nothing
 * @param passed further fields of the result, which are columns of tables passed on as they are
 * @param passedNote says so; absent where there are none
 * @param open true when the result may have further fields
 * @param checks how many checks passed, failed and were not made
 * @param duplicates rules with the same query
 */
public record RulePage(
        String title,
        @Nullable Badge severity,
        String kind,
        String place,
        List<Link> contents,
        List<TextPart> description,
        List<Fact> facts,
        List<Fact> other,
        List<Attack> attack,
        List<Source> tables,
        List<Connector> connectors,
        List<String> functions,
        List<CodeLine> listing,
        String listingNote,
        List<Knob> parameters,
        List<Knob> knobs,
        List<StageRow> stages,
        List<Indicator> indicators,
        List<Output> outputs,
        List<Output> passed,
        @Nullable String passedNote,
        boolean open,
        List<Mapping> mappings,
        String checks,
        List<Finding> findings,
        List<NotChecked> notChecked,
        List<Translated> translations,
        List<Similar> similar,
        List<Link> duplicates,
        List<Section> notes)
        implements View {
    /** The page with its table of contents. */
    public RulePage withContents(List<Link> links) {
        return new RulePage(
                title,
                severity,
                kind,
                place,
                links,
                description,
                facts,
                other,
                attack,
                tables,
                connectors,
                functions,
                listing,
                listingNote,
                parameters,
                knobs,
                stages,
                indicators,
                outputs,
                passed,
                passedNote,
                open,
                mappings,
                checks,
                findings,
                notChecked,
                translations,
                similar,
                duplicates,
                notes);
    }

    /** A row of the MITRE table. */
    public record Attack(
            String tactic,
            String tacticHref,
            String technique,
            @Nullable String techniqueHref) implements View {}

    /** A table that the query reads. */
    public record Source(String name, @Nullable String href, String note) implements View {}

    /** A data connector that the rule declares. */
    public record Connector(String name, List<DataType> types) implements View {
        public Connector {
            types = List.copyOf(types);
        }
    }

    /** A data type of a connector, and whether the query reads a table of that name. */
    public record DataType(String name, String note) implements View {}

    /** A named value of the query: a parameter, or a place that tunes the rule. */
    public record Knob(
            String kind,
            String name,
            String value,
            @Nullable Excerpt place) implements View {}

    /**
     * A stage of the main pipeline.
     *
     * @param count how many columns there are behind it; empty where that is not known
     * @param all the columns behind it, where the stage gives the result a new form
     */
    public record StageRow(
            String index, String operator, String text, Link place, String count, Names all, Names added, Names removed)
            implements View {}

    /**
     * What the rule looks for in a field.
     *
     * @param href the page of the field; absent where no value is known
     * @param more how many values stand behind the fold
     * @param left what is said of further values; empty where all are shown
     */
    public record Indicator(
            String field,
            @Nullable String href,
            String kind,
            String caseWord,
            String stages,
            List<Value> first,
            List<Value> rest,
            int more,
            String left,
            Names columns)
            implements View {
        public Indicator {
            first = List.copyOf(first);
            rest = List.copyOf(rest);
        }
    }

    /** A value that is looked for, and how many other rules look for it. */
    public record Value(String value, @Nullable String href, String others) implements View {}

    /**
     * A field of the result.
     *
     * @param index its place in the result
     */
    public record Output(
            String index, String name, String type, String source, String stages, Names columns, String expression)
            implements View {}

    /** A column that the metadata names. */
    public record Mapping(String use, String group, String name, String column, Badge holds, Excerpt place)
            implements View {}

    /** What a check found. */
    public record Finding(
            String anchor,
            Badge severity,
            Link code,
            String name,
            List<Inline> message,
            Excerpt place,
            List<Inline> help,
            List<LabelLine> labels,
            List<Inline> fix)
            implements View {
        public Finding {
            message = List.copyOf(message);
            help = List.copyOf(help);
            fix = List.copyOf(fix);
            labels = List.copyOf(labels);
        }
    }

    /** A further place of a finding. */
    public record LabelLine(List<Inline> text, Excerpt place) implements View {
        public LabelLine {
            text = List.copyOf(text);
        }
    }

    /** A check that could not be made. */
    public record NotChecked(String code, String name, String reason) implements View {}

    /**
     * The rule in another language.
     *
     * @param promise what the fidelity means
     * @param text the emitted rule; absent where there is none
     * @param file the name for a download
     */
    public record Translated(
            String anchor,
            String target,
            Badge fidelity,
            String promise,
            List<Note> notes,
            @Nullable String text,
            String file)
            implements View {
        public Translated {
            notes = List.copyOf(notes);
        }
    }

    /** What a translation changed, beside the line that it is about. */
    public record Note(String anchor, String code, Badge effect, List<Inline> message, Excerpt place) implements View {
        public Note {
            message = List.copyOf(message);
        }
    }

    /** A rule that detects the same action. */
    public record Similar(Link rule, String score, List<Shared> shared, int more) implements View {
        public Similar {
            shared = List.copyOf(shared);
        }
    }

    /** A value that both rules look for, and how many rules of the corpus do. */
    public record Shared(String field, String kind, String value, String href, String rules) implements View {}

    /** A section of the notes that a team keeps beside the rule. */
    public record Section(String heading, TemplateHTMLOutputModel text) implements View {}
}

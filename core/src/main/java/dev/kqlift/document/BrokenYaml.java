package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/** Cuts a rule out of a file that is not YAML: the query by its indentation, the metadata line by line. */
final class BrokenYaml {
    private final SourceFile file;
    private final String text;
    private final TopLevelLines keys;

    private BrokenYaml(SourceFile file) {
        this.file = file;
        this.text = file.text().text();
        this.keys = TopLevelLines.of(text);
    }

    /** The rule as far as it can be read; empty where the file does not look like one. */
    static Optional<RuleDocument> recover(SourceFile file, Diagnostic problem) {
        return new BrokenYaml(file).recover(problem);
    }

    private Optional<RuleDocument> recover(Diagnostic problem) {
        Datum.Mapping mapping = keys.mapping();
        Optional<Cut> cut = cut();
        if (cut.isEmpty()) {
            boolean looksLikeRule =
                    keys.has(SentinelRules.QUERY) || DefenderRules.matches(mapping) || SentinelRules.matches(mapping);
            return looksLikeRule
                    ? Optional.of(new RuleDocument(
                            file, kind(mapping, ""), metadata(mapping), Optional.empty(), List.of(problem)))
                    : Optional.empty();
        }
        Diagnostic downgraded = new Diagnostic(problem.code(), Severity.WARNING, problem.message(), problem.span());
        return Optional.of(new RuleDocument(
                file,
                kind(mapping, cut.get().key),
                metadata(mapping),
                Optional.of(cut.get().query),
                List.of(downgraded, cut.get().note)));
    }

    private RuleMetadata metadata(Datum.Mapping mapping) {
        boolean defender = mapping.has("displayName") && !mapping.has("name");
        return SentinelRules.metadata(new FieldReader(file, List.of()), mapping, defender ? "displayName" : "name");
    }

    private static RuleKind kind(Datum.Mapping mapping, String queryKey) {
        return queryKey.equals(DefenderRules.QUERY) || DefenderRules.matches(mapping)
                ? RuleKind.DEFENDER
                : SentinelRules.kind(mapping);
    }

    /** The first block scalar under a query key that has any text. */
    private Optional<Cut> cut() {
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line, text.length());
            int content = Lines.skipBlanks(text, line, end);
            String key = queryKey(content, content == line);
            if (!key.isEmpty()) {
                Optional<Cut> cut = cut(key, content, end, content - line);
                if (cut.isPresent()) {
                    return cut;
                }
            }
            line = Lines.next(text, end);
        }
        return Optional.empty();
    }

    private String queryKey(int at, boolean topLevel) {
        if (topLevel && text.startsWith(SentinelRules.QUERY + ":", at)) {
            return SentinelRules.QUERY;
        }
        return text.startsWith(DefenderRules.QUERY + ":", at) ? DefenderRules.QUERY : "";
    }

    private Optional<Cut> cut(String key, int keyStart, int headerEnd, int keyIndentation) {
        int header = Lines.skipBlanks(text, keyStart + key.length() + 1, headerEnd);
        if (header == headerEnd || text.charAt(header) != '|' && text.charAt(header) != '>') {
            return Optional.empty();
        }
        int start = Lines.next(text, headerEnd);
        int end = start;
        int indentation = Integer.MAX_VALUE;
        int line = start;
        while (line < text.length()) {
            int lineEnd = Lines.end(text, line, text.length());
            int content = Lines.skipBlanks(text, line, lineEnd);
            if (content < lineEnd) {
                if (content - line <= keyIndentation) {
                    break;
                }
                indentation = Math.min(indentation, content - line);
                end = lineEnd;
            }
            line = Lines.next(text, lineEnd);
        }
        if (indentation == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        RunBuilder runs = new RunBuilder(end - start);
        BlockScalar.readCut(text, new Span(start, end), indentation, text.charAt(header) == '>', runs);
        EmbeddedText query = runs.build(new Span(header, end));
        return Optional.of(new Cut(key, query, note(query.whole(), line)));
    }

    private Diagnostic note(Span block, int stop) {
        String recovered = "the YAML is broken; the query was cut out by its indentation and metadata may be missing";
        if (stop >= text.length() || TopLevelLines.isStructure(text, stop)) {
            return Diagnostic.of(DiagnosticCode.KD018, recovered, block);
        }
        return new Diagnostic(
                DiagnosticCode.KD018,
                Severity.WARNING,
                "the YAML is broken; the query was cut out up to a line that is not indented, which may belong to it",
                new Span(stop, Lines.end(text, stop, text.length())));
    }

    private record Cut(String key, EmbeddedText query, Diagnostic note) {}
}

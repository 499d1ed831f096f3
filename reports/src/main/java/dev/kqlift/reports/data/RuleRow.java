package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.reports.inspect.RulePlace;
import dev.kqlift.source.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule.
 *
 * @param rule its slug: lower-case letters, digits and hyphens, unique in the corpus; the name of its page
 * @param file its file, as named on the command line or found below a folder that is
 * @param line the line that its query begins at
 * @param id its id
 * @param name its name, or else its file's
 * @param kind the kind of rule
 * @param severity its severity as written
 * @param version its version as written
 * @param tactics the ATT&CK tactics that it states
 * @param techniques the ATT&CK techniques that it states
 * @param tables the tables that it reads
 * @param functions the functions that it calls and that are neither built in nor defined in it
 * @param parses whether its query could be read
 * @param open whether its result may have further fields than those known
 * @param indicators how many indicators it has
 * @param outputFields how many fields it is known to return
 * @param errors how many findings are errors
 * @param warnings how many are warnings
 * @param remarks how many are notes
 * @param notChecked how many checks could not be made
 * @param queryFrequency how often it runs, as written
 * @param queryPeriod how far it looks back, as written
 * @param triggerOperator how the number of results is compared with the threshold, as written
 * @param triggerThreshold the threshold, as written
 * @param fingerprint equal for queries that are equal but for layout and comments
 * @param copies how many other rules have its fingerprint
 */
public record RuleRow(
        String rule,
        String file,
        int line,
        Optional<String> id,
        String name,
        String kind,
        Optional<String> severity,
        Optional<String> version,
        List<String> tactics,
        List<String> techniques,
        List<String> tables,
        List<String> functions,
        boolean parses,
        boolean open,
        int indicators,
        int outputFields,
        int errors,
        int warnings,
        int remarks,
        int notChecked,
        Optional<String> queryFrequency,
        Optional<String> queryPeriod,
        Optional<String> triggerOperator,
        Optional<String> triggerThreshold,
        Optional<String> fingerprint,
        int copies) {
    public RuleRow {
        tactics = List.copyOf(tactics);
        techniques = List.copyOf(techniques);
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
    }

    static final List<DataColumn<RuleRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("file", row -> Cell.of(row.file())),
            new DataColumn<>("line", row -> Cell.of(row.line())),
            new DataColumn<>("id", row -> Cell.of(row.id())),
            new DataColumn<>("name", row -> Cell.of(row.name())),
            new DataColumn<>("kind", row -> Cell.of(row.kind())),
            new DataColumn<>("severity", row -> Cell.of(row.severity())),
            new DataColumn<>("version", row -> Cell.of(row.version())),
            new DataColumn<>("tactics", row -> Cell.of(row.tactics())),
            new DataColumn<>("techniques", row -> Cell.of(row.techniques())),
            new DataColumn<>("tables", row -> Cell.of(row.tables())),
            new DataColumn<>("functions", row -> Cell.of(row.functions())),
            new DataColumn<>("parses", row -> Cell.of(row.parses())),
            new DataColumn<>("open", row -> Cell.of(row.open())),
            new DataColumn<>("indicators", row -> Cell.of(row.indicators())),
            new DataColumn<>("output_fields", row -> Cell.of(row.outputFields())),
            new DataColumn<>("errors", row -> Cell.of(row.errors())),
            new DataColumn<>("warnings", row -> Cell.of(row.warnings())),
            new DataColumn<>("remarks", row -> Cell.of(row.remarks())),
            new DataColumn<>("not_checked", row -> Cell.of(row.notChecked())),
            new DataColumn<>("query_frequency", row -> Cell.of(row.queryFrequency())),
            new DataColumn<>("query_period", row -> Cell.of(row.queryPeriod())),
            new DataColumn<>("trigger_operator", row -> Cell.of(row.triggerOperator())),
            new DataColumn<>("trigger_threshold", row -> Cell.of(row.triggerThreshold())),
            new DataColumn<>("fingerprint", row -> Cell.of(row.fingerprint())),
            new DataColumn<>("copies", row -> Cell.of(row.copies())));

    static Stream<RuleRow> rows(CorpusFacts facts) {
        Map<String, Integer> copies = new HashMap<>();
        for (List<RuleFacts> group : facts.duplicates()) {
            for (RuleFacts rule : group) {
                copies.put(rule.slug(), group.size() - 1);
            }
        }
        return facts.rules().stream().map(rule -> of(rule, copies.getOrDefault(rule.slug(), 0)));
    }

    private static RuleRow of(RuleFacts rule, int copies) {
        RuleMetadata metadata = rule.document().metadata();
        return new RuleRow(
                rule.slug(),
                rule.document().file().path(),
                RulePlace.of(rule.document()).line(),
                value(metadata.id()),
                rule.title(),
                rule.document().kind().word(),
                value(metadata.severity()),
                value(metadata.version()),
                values(metadata.tactics()),
                values(metadata.techniques()),
                rule.analysis().tables(),
                rule.analysis().functions(),
                rule.fingerprint().isPresent(),
                rule.analysis().open(),
                rule.analysis().indicators().size(),
                rule.analysis().outputFields().size(),
                count(rule, Severity.ERROR),
                count(rule, Severity.WARNING),
                count(rule, Severity.NOTE),
                rule.lint().notChecked().size(),
                value(metadata.queryFrequency()),
                value(metadata.queryPeriod()),
                value(metadata.triggerOperator()),
                value(metadata.triggerThreshold()),
                rule.fingerprint(),
                copies);
    }

    private static Optional<String> value(Optional<Located<String>> stated) {
        return stated.map(Located::value);
    }

    private static List<String> values(List<Located<String>> stated) {
        return stated.stream().map(Located::value).toList();
    }

    private static int count(RuleFacts rule, Severity severity) {
        return (int) rule.lint().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}

package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TableFact;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.reports.site.view.Fact;
import dev.kqlift.reports.site.view.RulePage;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule's file says of it besides the query, beside what the query says itself. */
final class RuleHead {
    /** Keys that have a place of their own on the page. */
    private static final Set<String> SHOWN = Set.of(
            "id",
            "name",
            "displayName",
            "description",
            "severity",
            "kind",
            "version",
            "tactics",
            "techniques",
            "relevantTechniques",
            "requiredDataConnectors",
            "query",
            "queryFrequency",
            "queryPeriod",
            "triggerOperator",
            "triggerThreshold",
            "entityMappings",
            "customDetails",
            "alertDetailsOverride");

    private static final int LONGEST_VALUE = 600;

    private final RuleFacts rule;
    private final SiteLinks links;

    RuleHead(RuleFacts rule, SiteLinks links) {
        this.rule = rule;
        this.links = links;
    }

    List<Fact> facts() {
        RuleMetadata metadata = rule.document().metadata();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Id", metadata.id());
        add(facts, "Version", metadata.version());
        add(facts, "Runs every", metadata.queryFrequency());
        add(facts, "Looks back", metadata.queryPeriod());
        Optional<String> operator = metadata.triggerOperator().map(Located::value);
        Optional<String> threshold = metadata.triggerThreshold().map(Located::value);
        if (operator.isPresent() || threshold.isPresent()) {
            String trigger = (operator.orElse("") + " " + threshold.orElse("")).strip();
            facts.add(new Fact("Alerts when results are", Printable.line(trigger)));
        }
        facts.add(new Fact("File", RuleRows.place(rule)));
        return facts;
    }

    private static void add(List<Fact> facts, String label, Optional<Located<String>> value) {
        value.ifPresent(present -> facts.add(new Fact(label, Printable.line(present.value()))));
    }

    /** The keys of the file that the page does not show elsewhere, as far as they hold plain values. */
    List<Fact> other() {
        List<Fact> facts = new ArrayList<>();
        for (Datum.Entry entry :
                rule.document().fields().map(Datum.Mapping::entries).orElse(List.of())) {
            String key = entry.key().value();
            String value = value(entry.value());
            if (!SHOWN.contains(key) && !value.isBlank()) {
                facts.add(new Fact(Printable.line(key), value));
            }
        }
        return facts;
    }

    private static String value(Datum datum) {
        String text = switch (datum) {
            case Datum.Scalar scalar -> scalar.value().strip();
            case Datum.Sequence sequence ->
                String.join(", ", sequence.items().stream().map(RuleHead::value).toList());
            case Datum.Mapping mapping ->
                String.join(
                        "; ",
                        mapping.entries().stream()
                                .map(entry -> entry.key().value() + ": " + value(entry.value()))
                                .toList());
        };
        return Printable.block(text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text);
    }

    List<RulePage.Attack> attack() {
        List<RulePage.Attack> rows = new ArrayList<>();
        for (AttackFact fact : rule.attack()) {
            String technique = (fact.technique() + " " + fact.techniqueName()).strip();
            String tactic = fact.tacticName().isEmpty() ? fact.tactic() : fact.tacticName();
            rows.add(new RulePage.Attack(
                    Printable.line(tactic),
                    "../attack/index.html",
                    Printable.line(technique),
                    links.technique(fact.technique()).map(path -> "../" + path).orElse(null)));
        }
        return rows;
    }

    /** The tables that the query reads, declared or not. */
    List<RulePage.Source> tables(Map<String, TableFact> known) {
        List<RulePage.Source> rows = new ArrayList<>();
        Set<String> declared = declaredTypes();
        for (String table : rule.analysis().tables()) {
            boolean columns =
                    Optional.ofNullable(known.get(table)).map(TableFact::known).orElse(false);
            List<String> notes = new ArrayList<>();
            if (!columns) {
                notes.add("columns not known");
            }
            if (!declared.isEmpty() && !declared.contains(table)) {
                notes.add("not declared");
            }
            rows.add(new RulePage.Source(
                    Printable.line(table),
                    links.table(table).map(path -> "../" + path).orElse(null),
                    String.join(", ", notes)));
        }
        return rows;
    }

    private Set<String> declaredTypes() {
        Set<String> names = new LinkedHashSet<>();
        connectorData().forEach(connector -> types(connector).forEach(type -> names.add(bare(type))));
        return names;
    }

    /** The connectors that the rule declares, each data type beside whether the query reads such a table. */
    List<RulePage.Connector> connectors() {
        List<RulePage.Connector> rows = new ArrayList<>();
        for (Datum.Mapping connector : connectorData()) {
            List<RulePage.DataType> types = types(connector).stream()
                    .map(type -> new RulePage.DataType(
                            Printable.line(type),
                            rule.analysis().tables().contains(bare(type)) ? "" : "not read by the query"))
                    .toList();
            String name =
                    connector.scalar("connectorId").map(Datum.Scalar::value).orElse("");
            rows.add(new RulePage.Connector(Printable.line(name), types));
        }
        return rows;
    }

    /** A data type may carry its product: {@code CommonSecurityLog (PaloAlto)}. */
    private static String bare(String type) {
        int bracket = type.indexOf('(');
        return (bracket > 0 ? type.substring(0, bracket) : type).strip();
    }

    private List<Datum.Mapping> connectorData() {
        Optional<Datum> declared = rule.document().fields().flatMap(fields -> fields.get("requiredDataConnectors"));
        return declared.stream()
                .filter(Datum.Sequence.class::isInstance)
                .flatMap(datum -> ((Datum.Sequence) datum).items().stream())
                .filter(Datum.Mapping.class::isInstance)
                .map(Datum.Mapping.class::cast)
                .toList();
    }

    private static List<String> types(Datum.Mapping connector) {
        return connector.get("dataTypes").stream()
                .filter(Datum.Sequence.class::isInstance)
                .flatMap(datum -> ((Datum.Sequence) datum).items().stream())
                .filter(Datum.Scalar.class::isInstance)
                .map(datum -> ((Datum.Scalar) datum).value())
                .toList();
    }
}

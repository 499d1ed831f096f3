package dev.kqlift.reports.site;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.facts.AttackFact;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TableFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where in the site each thing is told, as paths from its root. */
final class SiteLinks {
    private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");

    private final List<FieldGroup> fields;
    private final Map<String, String> fieldPaths = new HashMap<>();
    private final Map<Sought, String> values = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Set<String> techniques = new TreeSet<>();

    private SiteLinks(List<FieldGroup> fields) {
        this.fields = fields;
    }

    private record Sought(String field, IndicatorKind kind, boolean negated, String value) {}

    static SiteLinks of(CorpusFacts facts) {
        SiteLinks links = new SiteLinks(FieldGroup.of(facts.indicators()));
        links.fields.forEach(links::add);
        for (TableFact table : facts.tables()) {
            links.tables.put(table.name(), "tables/" + table.slug() + ".html");
        }
        for (RuleFacts rule : facts.rules()) {
            for (AttackFact attack : rule.attack()) {
                if (TECHNIQUE.matcher(attack.technique()).matches()) {
                    links.techniques.add(family(attack.technique()));
                }
            }
        }
        return links;
    }

    private void add(FieldGroup group) {
        fieldPaths.put(group.field(), group.sheets().path(0));
        for (int i = 0; i < group.sheets().sheets().size(); i++) {
            String path = group.sheets().path(i) + "#";
            for (IndicatorFact fact : group.sheets().sheets().get(i)) {
                values.put(new Sought(fact.field(), fact.kind(), fact.negated(), fact.value()), path + fact.slug());
            }
        }
    }

    List<FieldGroup> fields() {
        return fields;
    }

    String rule(RuleFacts rule) {
        return "rules/" + rule.slug() + ".html";
    }

    Optional<String> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The page of a field that has values. */
    Optional<String> field(String field) {
        return Optional.ofNullable(fieldPaths.get(field));
    }

    Optional<String> value(String field, IndicatorKind kind, boolean negated, String value) {
        return Optional.ofNullable(values.get(new Sought(field, kind, negated, value)));
    }

    String value(IndicatorFact fact) {
        return value(fact.field(), fact.kind(), fact.negated(), fact.value()).orElseThrow();
    }

    /** The place of a technique that a rule states, if its id has the form of one. */
    Optional<String> technique(String id) {
        String family = family(id);
        return techniques.contains(family) ? Optional.of("attack/" + family + ".html#" + id) : Optional.empty();
    }

    /** The ids of the techniques that have a page. */
    Set<String> techniques() {
        return techniques;
    }

    /** The id of a technique or of a sub-technique's technique. */
    static String family(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    String code(String code) {
        return "findings/" + code + ".html";
    }
}

package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ARM format: every resource of a template, nested templates included, that is a rule or carries a query. */
final class ArmRules {
    private static final String PROPERTIES = "properties";
    /** Deployments nest a few levels in practice; a bound keeps hostile files from costing more than their size. */
    private static final int MAX_NESTING = 16;

    private final SourceFile file;
    private final List<RuleDocument> documents = new ArrayList<>();
    private List<Diagnostic> found;

    private ArmRules(SourceFile file, List<Diagnostic> found) {
        this.file = file;
        this.found = found;
    }

    /** The rules of a template, of one resource that stands alone, or of an array of such. */
    static List<RuleDocument> read(SourceFile file, Datum root, List<Diagnostic> found) {
        ArmRules rules = new ArmRules(file, found);
        switch (root) {
            case Datum.Sequence sequence -> {
                for (Datum item : sequence.items()) {
                    rules.visitRoot(item);
                }
            }
            case Datum.Mapping mapping -> rules.visitRoot(mapping);
            case Datum.Scalar scalar -> {}
        }
        return rules.documents;
    }

    private void visitRoot(Datum root) {
        if (root instanceof Datum.Mapping mapping) {
            ArmExpressions expressions = ArmExpressions.of(mapping);
            if (mapping.has("resources")) {
                resources(mapping, expressions, 0);
            }
            if (hasQuery(mapping)) {
                document(mapping, expressions);
            }
        }
    }

    private void resources(Datum.Mapping template, ArmExpressions expressions, int nesting) {
        Optional<Datum> resources = template.get("resources");
        if (resources.isEmpty() || nesting > MAX_NESTING) {
            return;
        }
        switch (resources.get()) {
            case Datum.Sequence sequence -> {
                for (Datum item : sequence.items()) {
                    resource(item, expressions, nesting);
                }
            }
            // Templates of language version 2.0 name their resources.
            case Datum.Mapping mapping -> {
                for (Datum.Entry entry : mapping.entries()) {
                    resource(entry.value(), expressions, nesting);
                }
            }
            case Datum.Scalar scalar -> {}
        }
    }

    private void resource(Datum datum, ArmExpressions expressions, int nesting) {
        if (!(datum instanceof Datum.Mapping resource)) {
            return;
        }
        if (hasQuery(resource) || isRuleType(resource) && !SentinelRules.hasKindWithoutQuery(resource)) {
            document(resource, expressions);
        }
        resources(resource, expressions, nesting + 1);
        Optional<Datum.Mapping> properties = resource.mapping(PROPERTIES);
        for (String key : List.of("template", "mainTemplate")) {
            Optional<Datum.Mapping> template = properties.flatMap(mapping -> mapping.mapping(key));
            template.ifPresent(inner -> resources(inner, expressions.inside(inner), nesting + 1));
        }
    }

    private static boolean hasQuery(Datum.Mapping resource) {
        return resource.mapping(PROPERTIES)
                .flatMap(properties -> properties.scalar(SentinelRules.QUERY))
                .filter(query -> query.form() == ScalarForm.JSON_STRING)
                .isPresent();
    }

    private static boolean isRuleType(Datum.Mapping resource) {
        String type =
                resource.scalar("type").map(Datum.Scalar::value).orElse("").toLowerCase(Locale.ROOT);
        return type.endsWith("/alertrules") || type.endsWith("/alertruletemplates") || type.endsWith("/savedsearches");
    }

    private void document(Datum.Mapping resource, ArmExpressions expressions) {
        // What is wrong with the keys of the file is said once, on its first rule.
        FieldReader fields = new FieldReader(file, found);
        found = List.of();
        Datum.Mapping properties = resource.mapping(PROPERTIES)
                .map(expressions::resolve)
                .orElseGet(() -> new Datum.Mapping(List.of(), resource.span()));
        RuleMetadata read = SentinelRules.metadata(fields, properties, "displayName");
        RuleMetadata metadata = new RuleMetadata(
                id(resource, properties),
                read.name(),
                read.severity(),
                read.tactics(),
                read.techniques(),
                read.description(),
                read.version(),
                read.queryFrequency(),
                read.queryPeriod(),
                read.triggerOperator(),
                read.triggerThreshold());
        Optional<EmbeddedText> query = query(fields, resource, properties);
        documents.add(new RuleDocument(
                file,
                RuleKind.ARM,
                metadata,
                Optional.of(withKind(properties, resource)),
                query,
                fields.diagnostics()));
    }

    /** The kind of rule is a key of the resource, all others are its properties. */
    private static Datum.Mapping withKind(Datum.Mapping properties, Datum.Mapping resource) {
        Optional<Datum.Entry> kind = resource.entry("kind").filter(entry -> !properties.has("kind"));
        if (kind.isEmpty()) {
            return properties;
        }
        List<Datum.Entry> entries = new ArrayList<>(properties.entries());
        entries.add(kind.get());
        return new Datum.Mapping(entries, properties.span());
    }

    private static Optional<EmbeddedText> query(FieldReader fields, Datum.Mapping resource, Datum.Mapping properties) {
        Optional<Datum.Scalar> scalar = properties.scalar(SentinelRules.QUERY);
        if (scalar.isPresent() && ArmExpressions.isExpression(scalar.get().value())) {
            return fields.noQuery(
                    "the rule's `query` is a template expression whose text is not in the file",
                    scalar.get().span());
        }
        Optional<EmbeddedText> query = fields.query(properties, SentinelRules.QUERY, FieldReader.place(resource));
        return query.map(text -> ArmExpressions.isEscaped(text.text())
                ? text.slice(1, text.text().length())
                : text);
    }

    private static Optional<Located<String>> id(Datum.Mapping resource, Datum.Mapping properties) {
        Optional<Datum.Scalar> id = resource.scalar("id");
        Optional<Datum.Scalar> name = resource.scalar("name");
        Optional<Located<String>> guid = id.flatMap(Guids::lastIn).or(() -> name.flatMap(Guids::lastIn));
        return guid.or(() -> properties
                .scalar("alertRuleTemplateName")
                .or(() -> name)
                .or(() -> id)
                .map(scalar -> new Located<>(scalar.value(), scalar.span())));
    }
}

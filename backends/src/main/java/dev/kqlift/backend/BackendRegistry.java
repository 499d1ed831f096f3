package dev.kqlift.backend;

import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.mapping.BackendDefinitionReader;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.pipe.PipeTranslator;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.TemplateEngine;
import dev.kqlift.sigma.SigmaTranslator;
import dev.kqlift.sql.SqlTranslator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The backends by id. A backend is read when it is first asked for. Safe for threads. */
public final class BackendRegistry {
    private final List<String> ids;
    private final Map<String, Backend> loaded = new ConcurrentHashMap<>();

    private BackendRegistry(List<String> ids) {
        this.ids = ids;
    }

    /** The backends that kqlift carries: the folders beside the list of their names, which a test derives. */
    public static BackendRegistry builtIn() {
        return new BackendRegistry(
                ResourceFolder.index().lines().filter(line -> !line.isBlank()).toList());
    }

    /** The ids, sorted. */
    public List<String> ids() {
        return ids;
    }

    /** The backend of an id. */
    public Optional<Backend> backend(String id) {
        return ids.contains(id) ? Optional.of(loaded.computeIfAbsent(id, BackendRegistry::load)) : Optional.empty();
    }

    private static Backend load(String id) {
        ResourceFolder folder = new ResourceFolder(id);
        BackendDefinition definition = BackendDefinitionReader.read(folder);
        ResourceFolder templates = folder.read("rule.ftl").isPresent()
                ? folder
                : new ResourceFolder(definition.parent().orElse(id));
        TemplateEngine template = TemplateEngine.of(templates.path("rule.ftl"), templates.required("rule.ftl"));
        return new DefinedBackend(definition, translator(definition), template);
    }

    private static QueryTranslator translator(BackendDefinition definition) {
        return switch (definition.family()) {
            case SQL -> SqlTranslator.of(definition);
            case PIPE -> PipeTranslator.of(definition);
            case SIGMA -> SigmaTranslator.of(definition);
        };
    }
}

package dev.kqlift.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and checks {@code backend.yaml}. */
public final class BackendDefinitionReader {
    private BackendDefinitionReader() {}

    /** The definition of a folder; what it does not say is its parent's. */
    public static BackendDefinition read(ResourceFolder folder) {
        YamlTable yaml = YamlTable.parse(folder.path("backend.yaml"), folder.required("backend.yaml"));
        yaml.allow(Set.of("id", "name", "description", "family", "extension", "extends", "capabilities"));
        if (!yaml.required("id").equals(folder.id())) {
            throw new MappingException(yaml.file(), yaml.lineOf("id"), "the id is the folder's name");
        }
        Optional<BackendDefinition> parent = yaml.text("extends").map(id -> read(new ResourceFolder(id)));
        if (parent.isPresent() && parent.get().parent().isPresent()) {
            throw new MappingException(yaml.file(), yaml.lineOf("extends"), "a backend stands on at most one other");
        }
        Map<String, String> capabilities = new LinkedHashMap<>();
        parent.ifPresent(definition -> capabilities.putAll(definition.capabilities()));
        if (yaml.contains("capabilities")) {
            YamlTable own = yaml.tables("capabilities").getFirst();
            own.keys().forEach(key -> capabilities.put(key, own.required(key)));
        }
        Family family = yaml.text("family")
                .map(word -> Family.ofWord(word)
                        .orElseThrow(() -> new MappingException(
                                yaml.file(), yaml.lineOf("family"), "no family is called `" + word + "`")))
                .or(() -> parent.map(BackendDefinition::family))
                .orElseThrow(() -> new MappingException(yaml.file(), yaml.line(), "`family` is missing"));
        return new BackendDefinition(
                folder.id(),
                yaml.required("name"),
                yaml.required("description"),
                family,
                yaml.text("extension")
                        .or(() -> parent.map(BackendDefinition::extension))
                        .orElseThrow(() -> new MappingException(yaml.file(), yaml.line(), "`extension` is missing")),
                yaml.text("extends"),
                capabilities,
                folder);
    }
}

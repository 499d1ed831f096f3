package dev.kqlift.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * The head of a backend's folder: {@code backend.yaml}.
 *
 * @param id the folder's name and the word of the command line
 * @param name the target's own name
 * @param description one line on what is emitted
 * @param family the kind of language
 * @param extension the extension of the emitted files, without a dot
 * @param parent the backend whose data holds where this one has none
 * @param capabilities what the family needs to know of the dialect, by name
 * @param source the file itself
 */
public record BackendDefinition(
        String id,
        String name,
        String description,
        Family family,
        String extension,
        Optional<String> parent,
        Map<String, String> capabilities,
        ResourceFolder source) {}

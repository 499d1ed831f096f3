package dev.kqlift.cli;

import dev.kqlift.document.Datum;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A rule of which facts are published.
 *
 * @param inspected what {@code inspect --corpus} says of it
 * @param file the bytes of its file
 * @param page what {@code report} shows of it
 */
record SeedRule(JsonObject published, JsonObject inspected, byte[] file, RulePageText page) {
    /** The published rules of a folder, whose site is written to another. */
    static List<SeedRule> of(Path folder, Path site) throws IOException {
        Run.of("report", folder, "-o", site, "--format", "html");
        Map<String, RulePageText> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(site.resolve("rules"))) {
            for (Path file : files.sorted().toList()) {
                RulePageText page = new RulePageText(Files.readString(file));
                pages.put(page.fact("Id"), page);
            }
        }
        Map<String, JsonObject> inspected = new TreeMap<>();
        for (String line : Run.of("inspect", folder, "--corpus", folder, "--format", "jsonl")
                .lines()) {
            JsonObject rule = JsonObject.of(line);
            inspected.put(rule.text("id"), rule);
        }
        List<SeedRule> rules = new ArrayList<>();
        for (JsonObject rule :
                JsonObject.of(Files.readString(folder.resolve("expected.json"))).objects("rules")) {
            byte[] file = Files.readAllBytes(folder.resolve(rule.text("file")));
            rules.add(new SeedRule(rule, inspected.get(rule.text("id")), file, pages.get(rule.text("id"))));
        }
        return rules;
    }

    String id() {
        return published.text("id");
    }

    List<String> lines() {
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    /** What the file says, by key. */
    Datum.Mapping fields() {
        if (Decoder.decode("seed.yaml", file) instanceof DecodeOutcome.Decoded(var decoded)
                && RuleFiles.read(decoded) instanceof ReadOutcome.Rules(var documents)) {
            return documents.getFirst().fields().orElseThrow();
        }
        throw new IllegalStateException(id() + " is no rule");
    }
}

package dev.kqlift.catalog;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code lint} of a {@code kqlift.yaml}. */
final class LintConfigReader {
    static final List<String> KEYS = List.of("select", "ignore", "severity", "failOn", "attackVersion", "overrides");
    static final List<String> OVERRIDE_KEYS = List.of("paths", "select", "ignore", "severity");
    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::word).toList();

    private final WorkspaceDiagnostics diagnostics;

    LintConfigReader(WorkspaceDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    LintConfig read(Datum.Mapping section) {
        diagnostics.unknownKeys(section, KEYS, "`lint`");
        List<LintConfig.ForPaths> overrides = new ArrayList<>();
        for (Datum item : items(section, "overrides", "`overrides` is a list of mappings with `paths`")) {
            override(item).ifPresent(overrides::add);
        }
        return new LintConfig(rules(section), overrides, attackVersion(section), failOn(section));
    }

    private LintConfig.Rules rules(Datum.Mapping mapping) {
        return new LintConfig.Rules(checks(mapping, "select"), checks(mapping, "ignore"), severities(mapping));
    }

    private List<Located<String>> checks(Datum.Mapping mapping, String key) {
        return words(mapping, key, "`" + key + "` is a list of checks: codes, beginnings of codes, categories");
    }

    private List<LintConfig.Setting> severities(Datum.Mapping mapping) {
        List<LintConfig.Setting> settings = new ArrayList<>();
        Optional<Datum.Mapping> section =
                diagnostics.mapping(mapping, "severity", "`severity` is a mapping {check: severity}");
        for (Datum.Entry entry : section.map(Datum.Mapping::entries).orElse(List.of())) {
            Located<String> checks =
                    new Located<>(entry.key().value(), entry.key().span());
            severity(entry.value()).ifPresent(severity -> settings.add(new LintConfig.Setting(checks, severity)));
        }
        return settings;
    }

    private Optional<Severity> failOn(Datum.Mapping section) {
        return section.get("failOn").flatMap(this::severity);
    }

    private Optional<Severity> severity(Datum value) {
        if (value instanceof Datum.Scalar scalar && SEVERITIES.contains(scalar.value())) {
            return Optional.of(Severity.values()[SEVERITIES.indexOf(scalar.value())]);
        }
        diagnostics.report(DiagnosticCode.KD021, "a severity is one of " + String.join(", ", SEVERITIES), value.span());
        return Optional.empty();
    }

    private Optional<AttackVersion> attackVersion(Datum.Mapping section) {
        Optional<Datum> value = section.get("attackVersion");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<AttackVersion> version =
                value.get() instanceof Datum.Scalar scalar ? AttackVersion.of(scalar.value()) : Optional.empty();
        if (version.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.KD021,
                    "`attackVersion` is one of " + String.join(", ", AttackVersion.numbers()),
                    value.get().span());
        }
        return version;
    }

    private Optional<LintConfig.ForPaths> override(Datum item) {
        if (!(item instanceof Datum.Mapping mapping)) {
            diagnostics.report(
                    DiagnosticCode.KD021,
                    "an override is a mapping with the keys " + String.join(", ", OVERRIDE_KEYS),
                    item.span());
            return Optional.empty();
        }
        diagnostics.unknownKeys(mapping, OVERRIDE_KEYS, "the override");
        List<Located<String>> paths = words(mapping, "paths", "`paths` is a list of patterns of paths");
        if (paths.isEmpty() && !mapping.has("paths")) {
            diagnostics.report(DiagnosticCode.KD024, "the override has no `paths`", mapping.span());
        }
        return Optional.of(
                new LintConfig.ForPaths(paths.stream().map(Located::value).toList(), rules(mapping)));
    }

    private List<Located<String>> words(Datum.Mapping mapping, String key, String form) {
        List<Located<String>> words = new ArrayList<>();
        for (Datum item : items(mapping, key, form)) {
            if (item instanceof Datum.Scalar scalar) {
                words.add(new Located<>(scalar.value(), scalar.span()));
            } else {
                diagnostics.report(DiagnosticCode.KD021, form, item.span());
            }
        }
        return words;
    }

    private List<Datum> items(Datum.Mapping mapping, String key, String form) {
        Optional<Datum> value = mapping.get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Datum.Sequence sequence) {
            return sequence.items();
        }
        diagnostics.report(DiagnosticCode.KD021, form, value.get().span());
        return List.of();
    }
}

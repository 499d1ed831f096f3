package dev.kqlift.cli;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintSelector;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.lint.LintGithub;
import dev.kqlift.reports.lint.LintJson;
import dev.kqlift.reports.lint.LintJunit;
import dev.kqlift.reports.lint.LintSarif;
import dev.kqlift.reports.lint.LintSummary;
import dev.kqlift.reports.lint.LintText;
import dev.kqlift.reports.lint.LintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift lint}: what is wrong with rules. */
final class LintVerb implements Verb {
    private static final OneOf FORMATS = new OneOf(List.of("text", "json", "jsonl", "sarif", "github", "junit"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommonArguments.command(
                        this,
                        "lint",
                        List.of(
                                "Checks rules: files, schedules, outputs, ATT&CK, names, and what the query means.",
                                "Each finding has a code; kqlift explain CODE shows its page. A comment takes a finding back: "
                                        + "// kqlift: off CODE because REASON in a query, # in YAML."),
                        List.of(
                                "kqlift lint rules",
                                "kqlift lint rules --fail-on warning --ignore cost,KL612",
                                "kqlift lint rules --changed-since main --format github",
                                "kqlift lint rules --format sarif > kqlift.sarif",
                                "kqlift lint rule.yaml --select KL6 --corpus rules",
                                "kqlift lint - < query.kql"))
                .addPositional(CommonArguments.paths())
                .addOption(CommonArguments.format(FORMATS))
                .addOption(CommonArguments.value(
                                "SEVERITY",
                                "Exit with 1 from this severity on: " + LintSelectionOption.SEVERITIES.sentence()
                                        + "; error if not given.",
                                "--fail-on")
                        .converters(LintSelectionOption.SEVERITIES)
                        .build());
        selectionOptions(spec);
        return spec.addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.flag(
                                "Tell for each rule what was not checked and why, and list files that are passed over.",
                                "--verbose")
                        .build())
                .addOption(CommonArguments.help());
    }

    private static void selectionOptions(CommandSpec spec) {
        spec.addOption(checks(
                        "Make these checks only: codes, beginnings of codes, names, categories, all, default.",
                        "--select"))
                .addOption(checks("Do not make these checks.", "--ignore"))
                .addOption(CommonArguments.value(
                                "REV", "Report only on files that git says changed since then.", "--changed-since")
                        .build())
                .addOption(CommonArguments.value("PATH", "Rules to compare with that are not reported on.", "--corpus")
                        .build())
                .addOption(
                        CommonArguments.flag("Pass over named files that are no rules, as in folders.", "--pass-over")
                                .build())
                .addOption(CommonArguments.value(
                                "VERSION",
                                "The version of ATT&CK: " + LintSelectionOption.ATTACK_VERSIONS.sentence() + ".",
                                "--attack-version")
                        .converters(LintSelectionOption.ATTACK_VERSIONS)
                        .build());
    }

    private static OptionSpec checks(String description, String name) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(LintSelector.class)
                .converters(new LintSelectionOption.Checks())
                .splitRegex(",")
                .paramLabel("CHECK")
                .description(description)
                .build();
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        ConfigOption.Configuration configuration = ConfigOption.configuration(arguments, streams);
        Severity failOn = LintSelectionOption.failOn(arguments, configuration);
        Workspace workspace = SchemaOption.workspace(configuration.workspace(), arguments, streams);
        RuleLinter linter = new RuleLinter(workspace, LintSelectionOption.linter(arguments, configuration, streams));
        boolean verbose = arguments.hasMatchedOption("--verbose");
        LintRun run = new LintRun(new RuleCompiler(workspace), linter, inputs(arguments), verbose, streams);
        List<Linted> rules = run.linted();
        LintSummary summary = write(rules, writer(arguments, failOn, streams));
        if (verbose) {
            rules.forEach(rule -> streams.err().print(LintSummary.rule(rule, streams.errColors())));
            streams.err().print(summary.statistics(streams.errColors()));
        }
        streams.err().println(run.summary());
        if (!rules.isEmpty()) {
            streams.err().print(summary.text(streams.errColors()));
        }
        return run.exitCode() == ExitCode.DONE && summary.reaches(failOn) ? ExitCode.FOUND : run.exitCode();
    }

    private static LintInputs inputs(ParseResult arguments) {
        List<String> paths = CommonArguments.paths(arguments);
        Optional<Set<Path>> changed = CommonArguments.given(arguments, "--changed-since")
                .map(revision -> ChangedFiles.since(revision, paths));
        return LintInputs.of(
                paths,
                CommonArguments.given(arguments, "--corpus"),
                changed,
                arguments.hasMatchedOption("--pass-over"));
    }

    private static LintSummary write(List<Linted> rules, LintWriter writer) {
        LintSummary summary = new LintSummary();
        try (writer) {
            for (Linted rule : rules) {
                summary.add(rule);
                writer.write(rule);
            }
        }
        return summary;
    }

    private static LintWriter writer(ParseResult arguments, Severity failOn, Streams streams) {
        return switch (CommonArguments.format(arguments, FORMATS)) {
            case "json" -> new LintJson(streams.out(), JsonLayout.ARRAY);
            case "jsonl" -> new LintJson(streams.out(), JsonLayout.LINES);
            case "sarif" -> new LintSarif(streams.out(), Version.number());
            case "github" -> new LintGithub(streams.out());
            case "junit" -> new LintJunit(streams.out(), failOn);
            default -> new LintText(streams.out(), streams.outColors());
        };
    }
}

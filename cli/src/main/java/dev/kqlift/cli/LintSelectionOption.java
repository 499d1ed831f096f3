package dev.kqlift.cli;

import dev.kqlift.catalog.AttackVersion;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.lint.LintSelection;
import dev.kqlift.lint.LintSelector;
import dev.kqlift.lint.LintSettings;
import dev.kqlift.lint.Linter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code --select}, {@code --ignore}, {@code --fail-on} and {@code --attack-version}, and what a configuration says of them. */
final class LintSelectionOption {
    /** The words for severities. */
    static final OneOf SEVERITIES =
            new OneOf(Arrays.stream(Severity.values()).map(Severity::word).toList());

    /** The versions of ATT&CK. */
    static final OneOf ATTACK_VERSIONS = new OneOf(AttackVersion.numbers());

    private LintSelectionOption() {}

    /** A word that names checks. */
    static final class Checks implements ITypeConverter<LintSelector> {
        @Override
        public LintSelector convert(String value) {
            return LintSelector.of(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no check '" + value + "'" + LintSelector.hint(value)));
        }
    }

    /** The checks of a run. */
    static Linter linter(ParseResult arguments, ConfigOption.Configuration configuration, Streams streams) {
        LintSelection.Outcome outcome = LintSelection.of(configuration.lint(), configuration::relative);
        if (!outcome.diagnostics().isEmpty()) {
            configuration.require(outcome.diagnostics(), streams);
        }
        return Linter.of(
                new LintSettings(attackVersion(arguments, configuration)),
                outcome.selection().with(checks(arguments, "--select"), checks(arguments, "--ignore")));
    }

    /** The version of ATT&CK that rules are held against. */
    static AttackVersion attackVersion(ParseResult arguments, ConfigOption.Configuration configuration) {
        return CommonArguments.given(arguments, "--attack-version")
                .flatMap(AttackVersion::of)
                .or(configuration.lint()::attackVersion)
                .orElse(AttackVersion.DEFAULT);
    }

    private static List<LintSelector> checks(ParseResult arguments, String option) {
        return arguments.matchedOptionValue(option, List.<LintSelector>of());
    }

    /** From which severity on a finding makes the command fail. */
    static Severity failOn(ParseResult arguments, ConfigOption.Configuration configuration) {
        return CommonArguments.given(arguments, "--fail-on")
                .map(word -> Severity.values()[SEVERITIES.words().indexOf(word)])
                .or(configuration.lint()::failOn)
                .orElse(Severity.ERROR);
    }
}

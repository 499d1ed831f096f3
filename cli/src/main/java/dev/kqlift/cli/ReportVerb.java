package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.csv.CsvCells;
import dev.kqlift.reports.data.DataFormat;
import dev.kqlift.reports.data.DataWriter;
import dev.kqlift.reports.site.SiteWriter;
import dev.kqlift.reports.text.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kqlift report}: everything that is known of a corpus, as files. */
final class ReportVerb implements Verb {
    private static final String SITE = "html";
    private static final OneOf FORMATS = new OneOf(
            Stream.concat(Stream.of(SITE), DataFormat.words().stream()).toList());

    private final BackendRegistry registry = BackendRegistry.builtIn();

    @Override
    public CommandSpec spec() {
        OneOf targets = new OneOf(registry.ids());
        return CommonArguments.command(
                        this,
                        "report",
                        List.of(
                                "Writes a site about many rules, and the data behind it.",
                                "What they look for, return and map, what the checks find, how they translate, "
                                        + "and which of them are alike."),
                        List.of(
                                "kqlift report rules -o site",
                                "kqlift report rules -o out --format csv,json",
                                "kqlift report rules -o wiki --format markdown",
                                "kqlift report rules -o layers --format navigator"))
                .addPositional(CommonArguments.paths())
                .addOption(
                        CommonArguments.value("DIR", "The folder to write to; it is made if need be.", "-o", "--output")
                                .required(true)
                                .build())
                .addOption(CommonArguments.words(
                                "FORMAT",
                                FORMATS,
                                FORMATS.sentence()
                                        + "; everything if not given. Data stand in DIR/data beside the site, "
                                        + "else right in DIR.",
                                "--format")
                        .build())
                .addOption(CommonArguments.words(
                                "TARGET", targets, "The targets of translations: all if not given.", "--to")
                        .build())
                .addOption(CommonArguments.flag(
                                "In CSV, put an apostrophe before what a spreadsheet takes for a formula.",
                                "--spreadsheet")
                        .build())
                .addOption(CommonArguments.config())
                .addOption(CommonArguments.noConfig())
                .addOption(CommonArguments.schema())
                .addOption(CommonArguments.verbose())
                .addOption(CommonArguments.help());
    }

    @Override
    public int run(ParseResult arguments, Streams streams) {
        Path folder = folder(CommonArguments.given(arguments, "--output").orElse(""));
        FactsRun facts = FactsRun.of(arguments, backends(arguments), streams);
        RuleRun run = new RuleRun(CommonArguments.paths(arguments), arguments.hasMatchedOption("--verbose"), streams);
        CorpusFacts corpus = facts.read(run).corpus();
        CsvCells cells = arguments.hasMatchedOption("--spreadsheet") ? CsvCells.FOR_SPREADSHEETS : CsvCells.AS_IS;
        write(corpus, arguments, new DataWriter(facts.attack(), cells), folder);
        streams.err().println(run.summary() + "; written to " + Printable.line(folder.toString()));
        return run.exitCode();
    }

    private static void write(CorpusFacts corpus, ParseResult arguments, DataWriter writer, Path folder) {
        List<String> named = CommonArguments.distinct(arguments, "--format");
        List<String> words = named.isEmpty() ? FORMATS.words() : named;
        List<DataFormat> data =
                words.stream().map(DataFormat::of).flatMap(Optional::stream).toList();
        boolean site = words.contains(SITE);
        try {
            if (site) {
                SiteWriter.write(corpus, folder);
            }
            if (!data.isEmpty()) {
                writer.write(corpus, data, site ? folder.resolve("data") : folder);
            }
        } catch (IOException e) {
            throw new UsageException("the output folder cannot be written: " + Printable.line(Reason.of(e)));
        }
    }

    private static Path folder(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new UsageException("-o " + path + " is no path of this system");
        }
    }

    private List<Backend> backends(ParseResult arguments) {
        List<String> named = CommonArguments.distinct(arguments, "--to");
        return (named.isEmpty() ? registry.ids() : named)
                .stream().flatMap(target -> registry.backend(target).stream()).toList();
    }
}

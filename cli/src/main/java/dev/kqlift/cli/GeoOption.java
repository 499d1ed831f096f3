package dev.kqlift.cli;

import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.execution.GeoFile;
import dev.kqlift.execution.InputException;
import dev.kqlift.reports.text.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --geoip FILE}: the places of addresses. */
final class GeoOption {
    private GeoOption() {}

    static OptionSpec spec() {
        return CommonArguments.value(
                        "FILE",
                        "The places of addresses, for geo_info_from_ip_address(): a MaxMind DB (.mmdb) or .csv.",
                        "--geoip")
                .build();
    }

    /** The database; empty where none is given. */
    static Optional<GeoDatabase> database(ParseResult arguments) {
        return CommonArguments.given(arguments, "--geoip").map(GeoOption::read);
    }

    private static GeoDatabase read(String path) {
        try {
            return GeoFile.read(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(Printable.line("the file " + path + " cannot be read: " + Reason.of(e)));
        } catch (InputException e) {
            throw new UsageException(Printable.line("the file " + path + " cannot be read: " + e.getMessage()));
        }
    }
}

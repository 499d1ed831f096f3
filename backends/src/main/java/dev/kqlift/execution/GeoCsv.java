package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.GeoPlace;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Places by network: {@code network,country,state,city,latitude,longitude}. The longest prefix wins. */
final class GeoCsv implements GeoDatabase {
    private static final List<String> HEADER = List.of("network", "country", "state", "city", "latitude", "longitude");

    /** For each length of a prefix the places by the bits of their networks, the longest first. */
    private final Map<Network.Length, Map<BigInteger, GeoPlace>> places = new TreeMap<>();

    private GeoCsv() {}

    static GeoDatabase read(Path path) throws IOException, InputException {
        List<TableSchema.ColumnSchema> columns = HEADER.stream()
                .map(name -> new TableSchema.ColumnSchema(name, KqlType.STRING))
                .toList();
        LocalTable table = DataFile.read(path, Optional.of(new TableSchema("places", columns)));
        if (!table.columns().equals(columns)) {
            throw new InputException("the header is " + String.join(",", HEADER));
        }
        GeoCsv csv = new GeoCsv();
        for (int i = 0; i < table.rows().size(); i++) {
            csv.add(table.rows().get(i), i + 1);
        }
        return csv;
    }

    private void add(List<Value> row, int number) throws InputException {
        String text = cell(row, "network");
        Network network = Network.of(text)
                .orElseThrow(() -> new InputException("row " + number + ": `" + text + "` is no network"));
        List<String> state = new ArrayList<>();
        told(row, "state").ifPresent(state::add);
        GeoPlace place = new GeoPlace(
                told(row, "country"),
                state,
                told(row, "city"),
                degrees(row, "latitude", number),
                degrees(row, "longitude", number));
        GeoPlace before = places.computeIfAbsent(network.length(), length -> new TreeMap<>())
                .put(network.bits(), place);
        if (before != null) {
            throw new InputException("row " + number + ": the network `" + text + "` stands twice");
        }
    }

    private static String cell(List<Value> row, String column) {
        return row.get(HEADER.indexOf(column)) instanceof Value.Text(var text) ? text.strip() : "";
    }

    private static Optional<String> told(List<Value> row, String column) {
        return Optional.of(cell(row, column)).filter(text -> !text.isEmpty());
    }

    private static OptionalDouble degrees(List<Value> row, String column, int number) throws InputException {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new InputException("row " + number + ": `" + text + "` is no " + column);
        }
    }

    @Override
    public Optional<GeoPlace> place(InetAddress address) {
        for (Map.Entry<Network.Length, Map<BigInteger, GeoPlace>> length : places.entrySet()) {
            Optional<GeoPlace> found = Network.bits(address, length.getKey())
                    .flatMap(bits -> Optional.ofNullable(length.getValue().get(bits)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

package dev.kqlift.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The identifiers of impacted assets of Defender XDR custom detections, from the resource {@code defender-assets.tsv}. */
public final class DefenderAssets {
    private final List<Asset> assets;

    private DefenderAssets(SortedLines lines) {
        List<Asset> read = new ArrayList<>();
        for (String line : lines.body()) {
            String[] cells = line.split("\t", -1);
            read.add(new Asset(cells[0], cells[1], cells[2], List.of(cells[3].split(","))));
        }
        assets = List.copyOf(read);
    }

    /**
     * One identifier of one kind of asset.
     *
     * @param kind {@code device}, {@code user} or {@code mailbox}
     * @param type the last part of the {@code @odata.type} that goes with it
     * @param identifier what the rule writes: {@code deviceId}
     * @param columns the columns of a query's output whose value it stands for; any one of them will do
     */
    public record Asset(String kind, String type, String identifier, List<String> columns) {
        public Asset {
            columns = List.copyOf(columns);
        }
    }

    /** The assets of the resource, which is read when they are first asked for. */
    public static DefenderAssets builtIn() {
        return Shared.ASSETS;
    }

    public List<Asset> assets() {
        return assets;
    }

    /** The asset of an {@code @odata.type}, with or without what stands before its last dot, and an identifier. */
    public Optional<Asset> asset(String type, String identifier) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        return assets.stream()
                .filter(asset -> asset.type().equals(last) && asset.identifier().equals(identifier))
                .findFirst();
    }

    /** The identifiers of an {@code @odata.type}, with or without what stands before its last dot. */
    public List<String> identifiers(String type) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        return assets.stream()
                .filter(asset -> asset.type().equals(last))
                .map(Asset::identifier)
                .toList();
    }

    /** The identifier that may have been meant by one that the type does not have. */
    public Optional<String> nearest(String type, String identifier) {
        return Nearest.word(identifier, identifiers(type));
    }

    private static final class Shared {
        static final DefenderAssets ASSETS = new DefenderAssets(SortedLines.ofResource("defender-assets.tsv"));
    }
}

package dev.kqlift.catalog;

import java.util.Locale;
import java.util.Optional;

/** The service that a workspace's rules run in. */
public enum Platform {
    SENTINEL("TimeGenerated"),
    DEFENDER("Timestamp");

    private final String timeColumn;

    Platform(String timeColumn) {
        this.timeColumn = timeColumn;
    }

    /** The column that says when a row happened, in tables that have the columns of both services. */
    public String timeColumn() {
        return timeColumn;
    }

    /** The name of the service as people write it. */
    public String title() {
        return switch (this) {
            case SENTINEL -> "Sentinel";
            case DEFENDER -> "Defender";
        };
    }

    /** The other service. */
    public Platform other() {
        return switch (this) {
            case SENTINEL -> DEFENDER;
            case DEFENDER -> SENTINEL;
        };
    }

    /** The word of the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform of a word. */
    public static Optional<Platform> ofWord(String word) {
        for (Platform platform : values()) {
            if (platform.word().equals(word)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}

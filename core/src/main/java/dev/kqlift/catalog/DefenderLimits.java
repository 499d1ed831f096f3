package dev.kqlift.catalog;

import java.util.List;

/** What Defender XDR allows in custom detections, as of 2026-11, by the documentation of Defender XDR and Microsoft Graph. */
public final class DefenderLimits {
    private DefenderLimits() {}

    /** The words for {@code schedule.period}, which newer versions of the interface replace by {@code frequency}. */
    public static final List<String> PERIODS = List.of("0", "1H", "3H", "12H", "24H");

    /** The period of a rule that runs continuously. */
    public static final String CONTINUOUS = "0";

    public static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high");

    /** Alerts of one run. */
    public static final int ALERTS_OF_RUN = 150;
}

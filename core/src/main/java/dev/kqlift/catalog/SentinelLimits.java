package dev.kqlift.catalog;

import java.time.Duration;
import java.util.List;

/**
 * What Microsoft Sentinel limits in analytics rules, as of 2026-11. Each group names the page of
 * {@code learn.microsoft.com/azure/sentinel} that states it; what the checks of the Azure-Sentinel repository state alone is
 * said to be theirs.
 */
public final class SentinelLimits {
    private SentinelLimits() {}

    /*
     * scheduled-rules-overview, sentinel-service-limits
     */

    /** Characters of a query, after the file's escapes are undone. */
    public static final int QUERY_CHARACTERS = 10_000;

    public static final Duration SHORTEST_FREQUENCY = Duration.ofMinutes(5);
    public static final Duration LONGEST_FREQUENCY = Duration.ofDays(14);
    public static final Duration SHORTEST_PERIOD = Duration.ofMinutes(5);
    public static final Duration LONGEST_PERIOD = Duration.ofDays(14);

    /** From this period on, {@link #SHORTEST_FREQUENCY_OF_LONG_PERIOD} holds. */
    public static final Duration LONG_PERIOD = Duration.ofDays(2);

    public static final Duration SHORTEST_FREQUENCY_OF_LONG_PERIOD = Duration.ofHours(1);

    /** A run starts this long after its window's end. */
    public static final Duration RUN_DELAY = Duration.ofMinutes(5);

    public static final int SCHEDULED_RULES = 512;
    public static final int SCHEDULED_RULES_OF_DEDICATED_CLUSTER = 1_024;
    public static final int NRT_RULES = 50;
    public static final int WORKSPACES_OF_QUERY = 20;
    public static final int HIGHEST_THRESHOLD = 10_000;

    /** Alerts of one run with an alert for each row of the result. */
    public static final int ALERTS_OF_RUN = 150;

    /*
     * near-real-time-rules
     */

    public static final int ALERTS_OF_NRT_RUN = 30;
    public static final Duration NRT_FREQUENCY = Duration.ofMinutes(1);
    public static final Duration NRT_DELAY = Duration.ofMinutes(2);
    public static final Duration NRT_LONGEST_INGESTION_DELAY = Duration.ofHours(12);

    /*
     * map-data-fields-to-entities
     */

    public static final int ENTITY_MAPPINGS = 10;

    /** Where the checks of the Azure-Sentinel repository still stop. */
    public static final int ENTITY_MAPPINGS_OF_REPOSITORY = 5;

    public static final int IDENTIFIERS_OF_MAPPING = 3;
    public static final int ENTITIES_OF_ALERT = 500;
    public static final int ENTITY_BYTES_OF_ALERT = 64 * 1024;

    /*
     * surface-custom-details-in-alerts
     */

    public static final int CUSTOM_DETAILS = 20;
    public static final int VALUES_OF_CUSTOM_DETAIL = 50;
    public static final int CUSTOM_DETAIL_BYTES = 2 * 1024;

    /** Characters of a custom detail's key, by the checks of the Azure-Sentinel repository. */
    public static final int CUSTOM_DETAIL_KEY_CHARACTERS = 20;

    /** Characters of a column's name, by the checks of the Azure-Sentinel repository. */
    public static final int COLUMN_CHARACTERS = 500;

    /*
     * customize-alert-details
     */

    public static final int ALERT_NAME_BYTES = 256;
    public static final int ALERT_DESCRIPTION_BYTES = 5_000;
    public static final int PLACEHOLDERS_OF_FORMAT = 3;
    public static final int VALUES_OF_PLACEHOLDER = 50;

    /** The words for {@code alertProperty} of {@code alertDynamicProperties}. */
    public static final List<String> ALERT_PROPERTIES = List.of(
            "AlertLink",
            "ConfidenceLevel",
            "ConfidenceScore",
            "ExtendedLinks",
            "ProductComponentName",
            "ProductName",
            "ProviderName",
            "RemediationSteps",
            "SubTechniques",
            "Techniques");

    /*
     * create-analytics-rules
     */

    public static final Duration LONGEST_SUPPRESSION = Duration.ofHours(24);
    public static final Duration SHORTEST_GROUPING = Duration.ofMinutes(5);
    public static final Duration LONGEST_GROUPING = Duration.ofDays(7);
    public static final Duration DEFAULT_GROUPING = Duration.ofHours(5);
    public static final int ALERTS_OF_INCIDENT = 150;

    /** The words for {@code matchingMethod} of {@code groupingConfiguration}. */
    public static final List<String> MATCHING_METHODS = List.of("AllEntities", "AnyAlert", "Selected");

    /** The words for {@code groupByAlertDetails} of {@code groupingConfiguration}. */
    public static final List<String> GROUPING_ALERT_DETAILS = List.of("DisplayName", "Severity");

    /** The words for {@code aggregationKind} of {@code eventGroupingSettings}. */
    public static final List<String> AGGREGATION_KINDS = List.of("SingleAlert", "AlertPerResult");

    public static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");

    /*
     * Characters, by the checks of the Azure-Sentinel repository.
     */

    public static final int NAME_CHARACTERS = 256;
    public static final int DESCRIPTION_CHARACTERS = 5_000;
    public static final int VERSION_CHARACTERS = 20;

    /*
     * watchlists
     */

    /** Bytes of a watchlist that is uploaded as a file. */
    public static final int WATCHLIST_UPLOAD_BYTES = 3_800_000;

    public static final int WATCHLIST_ITEMS = 10_000_000;
}

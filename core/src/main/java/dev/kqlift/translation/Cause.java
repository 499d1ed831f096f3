package dev.kqlift.translation;

/** Why an emitted value may differ from the KQL's. */
public enum Cause {
    /** The target computes something else than KQL defines. */
    TARGET,
    /**
     * KQL itself leaves the value open: an estimate ({@code dcount}), a choice among equals ({@code innerunique},
     * {@code take_any}). Every answer that the emitted rule gives is one that KQL could have given, within its estimate.
     */
    LEFT_OPEN
}

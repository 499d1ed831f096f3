package dev.kqlift.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A technique or sub-technique of one version of ATT&CK.
 *
 * @param id {@code T1078} or {@code T1078.004}
 * @param name its own name; that of a sub-technique without its technique's
 * @param matrix the collection that it belongs to
 * @param tactics the short names of its tactics; of a retired one those that it had last, which may be tactics of an
 *     earlier version
 * @param formerTactics the short names of its tactics in the oldest version that kqlift carries; empty where it is newer
 * @param parent the id of a sub-technique's technique
 * @param status whether rules may name it
 * @param successor the id that stands in a revoked one's place in this version
 */
public record Technique(
        String id,
        String name,
        AttackMatrix matrix,
        List<String> tactics,
        List<String> formerTactics,
        Optional<String> parent,
        Status status,
        Optional<String> successor) {
    public Technique {
        tactics = List.copyOf(tactics);
        formerTactics = List.copyOf(formerTactics);
    }

    /** Whether a technique is to be used. */
    public enum Status {
        ACTIVE,
        /** Given up without a successor, as are all of PRE-ATT&CK. */
        DEPRECATED,
        /** Given up for a successor. */
        REVOKED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}

package dev.kqlift.execution.duckdb;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;

/** Why a statement failed. */
enum EngineFailure {
    /** It ran out of time, memory or depth. */
    LIMIT,
    /** Nothing that an exact translation over checked data may run into. */
    DEFECT;

    private static final List<String> OF_LIMITS =
            List.of("Out of Memory Error", "max_expression_depth", "expression depth", "an array has more than");

    static EngineFailure of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean limit = failure instanceof SQLTimeoutException
                || OF_LIMITS.stream().anyMatch(message::contains)
                || message.contains("does not start");
        return limit ? LIMIT : DEFECT;
    }

    /** The first line of the message. */
    static String line(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason is given");
    }
}

package dev.kqlift.pipe;

import java.util.List;

/** A query as commands in the order in which rows pass them. */
public record PipePlan(List<PipeCommand> commands) {
    public PipePlan {
        commands = List.copyOf(commands);
    }
}

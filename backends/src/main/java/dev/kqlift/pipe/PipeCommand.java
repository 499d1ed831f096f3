package dev.kqlift.pipe;

import java.util.List;

/** One command of the pipeline. */
public sealed interface PipeCommand {
    /**
     * The source.
     *
     * @param patterns index patterns
     * @param metadata fields of the engine that the rows carry along
     */
    record From(List<String> patterns, List<String> metadata) implements PipeCommand {
        public From {
            patterns = List.copyOf(patterns);
            metadata = List.copyOf(metadata);
        }
    }

    record Where(PipeExpression condition) implements PipeCommand {}

    /** New columns, one after the other: a later one sees the earlier ones. */
    record Eval(List<Target> targets) implements PipeCommand {
        public Eval {
            targets = List.copyOf(targets);
        }
    }

    record Keep(List<String> columns) implements PipeCommand {
        public Keep {
            columns = List.copyOf(columns);
        }
    }

    record Drop(List<String> columns) implements PipeCommand {
        public Drop {
            columns = List.copyOf(columns);
        }
    }

    record Rename(List<Renaming> renamings) implements PipeCommand {
        public Rename {
            renamings = List.copyOf(renamings);
        }
    }

    /** Groups. Not both lists are empty. */
    record Stats(List<Target> aggregates, List<Target> keys) implements PipeCommand {
        public Stats {
            aggregates = List.copyOf(aggregates);
            keys = List.copyOf(keys);
        }
    }

    record Sort(List<Key> keys) implements PipeCommand {
        public Sort {
            keys = List.copyOf(keys);
        }
    }

    record Limit(long count) implements PipeCommand {}

    /** A column and what fills it. */
    record Target(String name, PipeExpression value) {}

    record Renaming(String from, String to) {}

    record Key(PipeExpression value, boolean ascending, boolean nullsFirst) {}
}

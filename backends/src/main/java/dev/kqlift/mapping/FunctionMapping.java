package dev.kqlift.mapping;

import dev.kqlift.translation.Fidelity;
import java.util.List;
import java.util.Optional;

/** What one form of a function becomes in a target. */
public sealed interface FunctionMapping {
    /** The types of the arguments that the mapping takes; empty: any. The last may repeat. */
    List<ArgumentType> takes();

    /** The line of the table. */
    int line();

    /** A pattern. */
    record Emit(EmitPattern pattern, List<ArgumentType> takes, Promise promise, List<Trap> traps, int line)
            implements FunctionMapping {
        public Emit {
            takes = List.copyOf(takes);
            traps = List.copyOf(traps);
        }
    }

    /** A special form of the family, by name, where a pattern does not say it. */
    record Form(String name, List<ArgumentType> takes, Promise promise, List<Trap> traps, int line)
            implements FunctionMapping {
        public Form {
            takes = List.copyOf(takes);
            traps = List.copyOf(traps);
        }
    }

    /** A refusal. */
    record Unsupported(String reason, List<ArgumentType> takes, int line) implements FunctionMapping {
        public Unsupported {
            takes = List.copyOf(takes);
        }
    }

    /**
     * What a mapping promises of its value.
     *
     * @param fidelity the effect of using it
     * @param leftOpen true when KQL itself leaves the value open
     * @param why the reason; there whenever the effect is not exact
     * @param assumes a condition on the data under which it is exact, in the words or by the name that the family knows
     * @param within between which numbers the value lies: two numbers, or a word of the family; empty where nothing is known
     * @param unordered true when the value is an array whose order KQL leaves open
     */
    record Promise(
            Fidelity fidelity,
            boolean leftOpen,
            Optional<String> why,
            Optional<String> assumes,
            List<String> within,
            boolean unordered) {
        public Promise {
            within = List.copyOf(within);
        }
    }

    /** What the mapping promises; empty for a refusal. */
    default Optional<Promise> promised() {
        return switch (this) {
            case Emit emit -> Optional.of(emit.promise());
            case Form form -> Optional.of(form.promise());
            case Unsupported refusal -> Optional.empty();
        };
    }
}

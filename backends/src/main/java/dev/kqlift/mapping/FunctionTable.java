package dev.kqlift.mapping;

import dev.kqlift.rendering.Strengths;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the functions of KQL become in one target. A row is one mapping, or a list of mappings of which the first counts
 * that takes the types and the number of the arguments.
 */
public final class FunctionTable {
    private static final Set<String> KEYS = Set.of(
            "emit",
            "form",
            "unsupported",
            "precedence",
            "takes",
            "fidelity",
            "why",
            "open",
            "assumes",
            "within",
            "unordered",
            "traps");

    private final Map<String, List<FunctionMapping>> rows;

    private FunctionTable(Map<String, List<FunctionMapping>> rows) {
        this.rows = rows;
    }

    /**
     * Reads a table.
     *
     * @param parent the table whose rows hold where this one has none
     * @param forms the special forms that the family has
     * @throws MappingException at the first mistake, with its line
     */
    public static FunctionTable parse(
            String file, String text, Optional<FunctionTable> parent, Strengths strengths, Set<String> forms) {
        YamlTable yaml = YamlTable.parse(file, text);
        Map<String, List<FunctionMapping>> rows = new LinkedHashMap<>();
        parent.ifPresent(table -> rows.putAll(table.rows));
        for (String name : yaml.keys()) {
            List<FunctionMapping> mappings = new ArrayList<>();
            for (YamlTable row : yaml.tables(name)) {
                mappings.add(new RowReader(row, strengths, forms).read());
            }
            rows.put(name, List.copyOf(mappings));
        }
        return new FunctionTable(rows);
    }

    /** The functions of the table in its order. */
    public List<String> functions() {
        return List.copyOf(rows.keySet());
    }

    /** All mappings of a function, in order; empty for a function that has no row. */
    public List<FunctionMapping> mappings(String function) {
        return rows.getOrDefault(function, List.of());
    }

    /** The mapping that counts for a call. */
    public Optional<FunctionMapping> mapping(String function, List<KqlType> arguments) {
        for (FunctionMapping mapping : mappings(function)) {
            boolean fits = takes(mapping.takes(), arguments)
                    && switch (mapping) {
                        case FunctionMapping.Emit emit -> emit.pattern().takes(arguments.size());
                        case FunctionMapping.Form form -> true;
                        case FunctionMapping.Unsupported unsupported -> true;
                    };
            if (fits) {
                return Optional.of(mapping);
            }
        }
        return Optional.empty();
    }

    private static boolean takes(List<ArgumentType> takes, List<KqlType> arguments) {
        if (takes.isEmpty()) {
            return true;
        }
        if (arguments.isEmpty()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!takes.get(Math.min(i, takes.size() - 1)).accepts(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private record RowReader(YamlTable row, Strengths strengths, Set<String> forms) {
        FunctionMapping read() {
            row.allow(KEYS);
            int kinds = 0;
            for (String kind : List.of("emit", "form", "unsupported")) {
                kinds += row.contains(kind) ? 1 : 0;
            }
            if (kinds != 1) {
                throw new MappingException(row.file(), row.line(), "a row has one of `emit`, `form`, `unsupported`");
            }
            if (row.contains("unsupported")) {
                row.allow(Set.of("unsupported", "takes"));
                return new FunctionMapping.Unsupported(row.required("unsupported"), types(), row.line());
            }
            return row.contains("form")
                    ? new FunctionMapping.Form(form(), types(), promise(), traps(), row.line())
                    : new FunctionMapping.Emit(pattern(), types(), promise(), traps(), row.line());
        }

        private String form() {
            String name = row.required("form");
            if (!forms.contains(name)) {
                throw new MappingException(row.file(), row.lineOf("form"), "no form is called `" + name + "`");
            }
            return name;
        }

        private EmitPattern pattern() {
            try {
                int strength = row.text("precedence").map(strengths::of).orElseGet(strengths::strongest);
                return EmitPattern.parse(row.required("emit"), strengths, strength);
            } catch (IllegalArgumentException e) {
                throw new MappingException(row.file(), row.lineOf("emit"), String.valueOf(e.getMessage()));
            }
        }

        private List<ArgumentType> types() {
            List<ArgumentType> result = new ArrayList<>();
            for (String word : row.texts("takes")) {
                result.add(ArgumentType.ofWord(word)
                        .orElseThrow(() -> new MappingException(
                                row.file(), row.lineOf("takes"), "no type is called `" + word + "`")));
            }
            return result;
        }

        private List<Trap> traps() {
            List<Trap> result = new ArrayList<>();
            for (String word : row.texts("traps")) {
                result.add(Trap.ofWord(word)
                        .orElseThrow(() -> new MappingException(
                                row.file(), row.lineOf("traps"), "no trap is called `" + word + "`")));
            }
            return result;
        }

        private FunctionMapping.Promise promise() {
            String word = row.text("fidelity").orElse(Fidelity.EXACT.word());
            Fidelity fidelity = switch (word) {
                case "exact" -> Fidelity.EXACT;
                case "approximate" -> Fidelity.APPROXIMATE;
                case "wider" -> Fidelity.WIDER;
                case "narrower" -> Fidelity.NARROWER;
                default ->
                    throw new MappingException(
                            row.file(), row.lineOf("fidelity"), "`" + word + "` is no fidelity of a mapping");
            };
            if ((fidelity == Fidelity.EXACT) == row.contains("why")) {
                throw new MappingException(
                        row.file(), row.line(), "`why` goes with a fidelity that is not exact, and only with one");
            }
            String open = row.text("open").orElse("false");
            if (!open.equals("true") && !open.equals("false")
                    || open.equals("true") && fidelity != Fidelity.APPROXIMATE) {
                throw new MappingException(
                        row.file(),
                        row.lineOf("open"),
                        "`open` is true or false, and true only for approximate values");
            }
            return new FunctionMapping.Promise(
                    fidelity,
                    open.equals("true"),
                    row.text("why"),
                    row.text("assumes"),
                    row.texts("within"),
                    row.text("unordered").isPresent());
        }
    }
}

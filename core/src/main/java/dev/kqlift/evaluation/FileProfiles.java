package dev.kqlift.evaluation;

import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code invoke FileProfile(column, limit)}: profiles of files, found by the hash in a column. The table of profiles takes
 * the place of what Microsoft knows of all files: a file without a row there is one of which nothing is known.
 */
final class FileProfiles {
    private static final String AVAILABILITY = "ProfileAvailability";

    private static final String MISSING = "Missing";

    private final Relation.Other other;
    private final OperatorMeaning.Invocation invocation;
    private final RelationEvaluator evaluator;

    FileProfiles(Relation.Other other, OperatorMeaning.Invocation invocation, RelationEvaluator evaluator) {
        this.other = other;
        this.invocation = invocation;
        this.evaluator = evaluator;
    }

    RowSet evaluate(RowSet input) {
        LocalTable given = evaluator.data(FileProfile.FUNCTION, other.origin());
        TableSchema schema = given.schema(FileProfile.FUNCTION, Optional.of(FileProfile.schema()));
        if (other.open()) {
            throw new ColumnsObserved(other.origin().span(), schema.columns());
        }
        Column key = key(input);
        String hash = FileProfile.hashOf(key.name())
                .orElseThrow(() -> refuse("files are looked up by " + String.join(", ", FileProfile.keys()) + "; `"
                        + key.name() + "` is none of them"));
        if (input.size() > limit()) {
            throw refuse("which of the " + input.size() + " records `FileProfile` enriches is not known: its limit is "
                    + limit());
        }
        Map<String, Map<String, Value>> profiles = profiles(given, hash);
        List<List<Value>> rows = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            List<Value> row = new ArrayList<>(input.rows().get(i));
            String id = input.row(i).value(key.id()).orElseThrow() instanceof Value.Text(var text) ? text : "";
            Map<String, Value> profile = profiles.getOrDefault(id, Map.of());
            String availability = profile.isEmpty() ? absent(id, hash, profiles) : "Available";
            for (int j = 0; j < schema.columns().size(); j++) {
                row.add(cell(schema.columns().get(j), other.made().get(j), profile, availability));
            }
            rows.add(row);
        }
        return new RowSet(other.columns(), rows, input.serialized());
    }

    private NotEvaluated refuse(String message) {
        return Refusals.construct(message, other.origin());
    }

    // ---- the call

    /** The column that is looked up, which is named by itself or by a text. */
    private Column key(RowSet input) {
        String name = argument("x", 0)
                .map(scalar -> switch (scalar) {
                    case Scalar.ColumnRef(var column, var origin) -> column.name();
                    case Scalar.Constant(Value.Text(var text), var origin) -> text;
                    default -> throw refuse("the first argument of `FileProfile` is a column or the name of one");
                })
                .orElse(FileProfile.DEFAULT_KEY);
        return input.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refuse("there is no column `" + name + "` that `FileProfile` looks up"));
    }

    /** How many records are enriched. The documented range ends at 1000; what a higher number does is not told. */
    private long limit() {
        Optional<Scalar> given = argument("y", 1);
        if (given.isEmpty()) {
            return FileProfile.DEFAULT_LIMIT;
        }
        if (ScalarEvaluator.evaluate(given.get(), Row.EMPTY, evaluator.context())
                        instanceof Value.Whole(var limit, var type)
                && limit > 0) {
            return Math.min(limit, FileProfile.HIGHEST_LIMIT);
        }
        throw refuse("the limit of `FileProfile` is a whole number from 1 to " + FileProfile.HIGHEST_LIMIT);
    }

    private Optional<Scalar> argument(String name, int place) {
        if (other.scalars().size() > 2) {
            throw refuse("`FileProfile` takes a column and a limit");
        }
        int unnamed = 0;
        for (int i = 0; i < other.scalars().size(); i++) {
            Optional<String> own = invocation.argumentNames().get(i);
            if (own.isPresent() ? own.get().equals(name) : unnamed++ == place) {
                return Optional.of(other.scalars().get(i));
            }
        }
        return Optional.empty();
    }

    // ---- the profiles

    private Map<String, Map<String, Value>> profiles(LocalTable given, String hash) {
        Map<String, Map<String, Value>> profiles = new LinkedHashMap<>();
        for (List<Value> row : given.rows()) {
            Map<String, Value> profile = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                profile.put(given.columns().get(i).name(), row.get(i));
            }
            if (profile.get(hash) instanceof Value.Text(var id) && !id.isEmpty() && profiles.put(id, profile) != null) {
                throw refuse("the file `" + id + "` has two profiles");
            }
        }
        return profiles;
    }

    /** What is told of a file without a profile: that it is not known, or nothing where the text is no hash. */
    private String absent(String id, String hash, Map<String, Map<String, Value>> profiles) {
        if (id.isEmpty()) {
            return "";
        }
        if (!id.matches(hash.equals("SHA256") ? "[0-9A-Fa-f]{64}" : "[0-9A-Fa-f]{40}")) {
            throw refuse("whether `" + id + "` is the hash of a file is not known");
        }
        if (profiles.keySet().stream().anyMatch(known -> known.equalsIgnoreCase(id))) {
            throw refuse("whether `" + id.toLowerCase(Locale.ROOT) + "` is found in another case is not known");
        }
        return MISSING;
    }

    private Value cell(TableSchema.ColumnSchema column, Column made, Map<String, Value> profile, String availability) {
        Value given = profile.getOrDefault(column.name(), Nulls.of(column.type()));
        boolean told = !Nulls.isNull(given) && !given.equals(Nulls.EMPTY_TEXT);
        if (column.name().equals(AVAILABILITY)) {
            return told ? given : new Value.Text(availability);
        }
        if (column.name().equals("SignatureState")
                && !told
                && availability.equals(MISSING)
                && evaluator.reads().reads(made)) {
            throw refuse("whether `SignatureState` of a file without a profile is `Unknown` or empty is not known;"
                    + " give it a profile that says so");
        }
        return given;
    }
}

package dev.kqlift.corpus.overlap;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Located;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Numbers the rules of a corpus and knows each again by its place or its GUID. */
final class RuleRegister {
    private static final int GUID_LENGTH = 36;

    private final Map<Place, Integer> places = new HashMap<>();
    private final Map<String, RuleNumbers> identified = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    /** The number of the file of each rule. */
    private final List<Integer> fileOfRule = new ArrayList<>();

    /** The number of a new rule, ascending from 0; below zero for one at a place that is known already. */
    int add(RuleDocument rule) {
        Place place = Place.of(rule);
        int number = places.size();
        if (places.putIfAbsent(place, number) != null) {
            return -1;
        }
        files.putIfAbsent(place.file, files.size());
        fileOfRule.add(files.get(place.file));
        guid(rule)
                .ifPresent(guid -> identified
                        .computeIfAbsent(guid, key -> new RuleNumbers())
                        .add(number));
        return number;
    }

    int countFiles(RuleNumbers numbers) {
        if (numbers.size() == 1) {
            return 1;
        }
        Set<Integer> distinct = new HashSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            distinct.add(fileOfRule.get(numbers.get(i)));
        }
        return distinct.size();
    }

    /** The numbers under which a rule is known: those of its GUID and that of its place. */
    RuleNumbers numbersOf(RuleDocument rule) {
        Set<Integer> found = new TreeSet<>();
        guid(rule).map(identified::get).ifPresent(numbers -> {
            for (int i = 0; i < numbers.size(); i++) {
                found.add(numbers.get(i));
            }
        });
        Optional.ofNullable(places.get(Place.of(rule))).ifPresent(found::add);
        RuleNumbers numbers = new RuleNumbers();
        found.forEach(numbers::add);
        return numbers;
    }

    /** Only a GUID is an identity: names and template expressions of unrelated rules are often the same. */
    private static Optional<String> guid(RuleDocument rule) {
        return rule.metadata()
                .id()
                .map(id -> id.value().strip().toLowerCase(Locale.ROOT))
                .filter(id -> id.length() == GUID_LENGTH && id.charAt(8) == '-' && id.charAt(23) == '-');
    }

    /** Where a rule stands: its file, and for files that hold several rules the place of its query and its id. */
    private record Place(String file, int query, String id) {
        static Place of(RuleDocument rule) {
            int query = rule.query().map(text -> text.toFile(0)).orElse(-1);
            String id = rule.metadata().id().map(Located::value).orElse("");
            String path = rule.file().path();
            return new Place(Path.of(path).toAbsolutePath().normalize().toString(), query, id);
        }
    }
}

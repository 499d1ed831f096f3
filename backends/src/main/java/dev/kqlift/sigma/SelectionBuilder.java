package dev.kqlift.sigma;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A tree of conditions as named selections: items that stand together go into one selection, the rest into the
 * condition.
 * Names are {@code selection} and, for what is taken away, {@code filter}; numbered where there are several.
 */
final class SelectionBuilder {
    /** The condition before the selections have names. */
    private sealed interface Node {}

    private record Reference(int index) implements Node {}

    private record Joined(boolean conjunction, List<Node> parts) implements Node {}

    private record Negated(Node part) implements Node {}

    private record Draft(boolean filter, List<List<SigmaPredicate.Item>> alternatives) {}

    private final List<Draft> drafts = new ArrayList<>();

    private SelectionBuilder() {}

    /** The detection of a tree that is neither constant nor refused. */
    static SigmaDetection build(SigmaPredicate predicate) {
        SelectionBuilder builder = new SelectionBuilder();
        Node node = builder.node(predicate, false);
        List<String> names = builder.names();
        List<SigmaDetection.Selection> selections = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            selections.add(new SigmaDetection.Selection(
                    names.get(i), builder.drafts.get(i).alternatives()));
        }
        return new SigmaDetection(selections, print(node, names, true));
    }

    private Node node(SigmaPredicate predicate, boolean filter) {
        return switch (predicate) {
            case SigmaPredicate.Item item -> selection(filter, List.of(List.of(item)));
            case SigmaPredicate.All(List<SigmaPredicate> parts) -> all(parts, filter);
            case SigmaPredicate.Any(List<SigmaPredicate> parts) -> any(parts, filter);
            case SigmaPredicate.None(SigmaPredicate part) -> new Negated(node(part, !filter));
            case SigmaPredicate.Always always -> throw new IllegalStateException("a constant is no detection");
            case SigmaPredicate.Refused refused ->
                throw new IllegalStateException("a refused condition is never built");
        };
    }

    private Reference selection(boolean filter, List<List<SigmaPredicate.Item>> alternatives) {
        drafts.add(new Draft(filter, alternatives));
        return new Reference(drafts.size() - 1);
    }

    private Node all(List<SigmaPredicate> parts, boolean filter) {
        List<Node> nodes = new ArrayList<>();
        for (List<SigmaPredicate.Item> map : maps(parts)) {
            nodes.add(selection(filter, List.of(map)));
        }
        for (SigmaPredicate part : parts) {
            if (!(part instanceof SigmaPredicate.Item)) {
                nodes.add(node(part, filter));
            }
        }
        return joined(true, nodes);
    }

    /** The items, in as few mappings as keys allow: a key stands once in each. */
    private static List<List<SigmaPredicate.Item>> maps(List<SigmaPredicate> parts) {
        List<List<SigmaPredicate.Item>> maps = new ArrayList<>();
        for (SigmaPredicate part : parts) {
            if (part instanceof SigmaPredicate.Item item) {
                boolean placed = false;
                for (List<SigmaPredicate.Item> map : maps) {
                    if (!placed && map.stream().noneMatch(other -> other.key().equals(item.key()))) {
                        map.add(item);
                        placed = true;
                    }
                }
                if (!placed) {
                    maps.add(new ArrayList<>(List.of(item)));
                }
            }
        }
        return maps;
    }

    private Node any(List<SigmaPredicate> parts, boolean filter) {
        List<List<SigmaPredicate.Item>> alternatives = new ArrayList<>();
        List<SigmaPredicate> others = new ArrayList<>();
        for (SigmaPredicate part : parts) {
            switch (part) {
                case SigmaPredicate.Item item -> merge(item, alternatives);
                case SigmaPredicate.All(List<SigmaPredicate> inner)
                when oneMap(inner) -> alternatives.add(maps(inner).getFirst());
                case SigmaPredicate other -> others.add(other);
            }
        }
        List<Node> nodes = new ArrayList<>();
        if (!alternatives.isEmpty()) {
            nodes.add(selection(filter, alternatives));
        }
        others.forEach(part -> nodes.add(node(part, filter)));
        return joined(false, nodes);
    }

    private static boolean oneMap(List<SigmaPredicate> parts) {
        Set<String> keys = new HashSet<>();
        return parts.stream().allMatch(part -> part instanceof SigmaPredicate.Item item && keys.add(item.key()));
    }

    /** Values of the same key stand in one list. */
    private static void merge(SigmaPredicate.Item item, List<List<SigmaPredicate.Item>> alternatives) {
        for (int i = 0; i < alternatives.size(); i++) {
            List<SigmaPredicate.Item> map = alternatives.get(i);
            SigmaPredicate.Item only = map.getFirst();
            if (map.size() == 1 && only.key().equals(item.key()) && !only.allOf()) {
                List<SigmaValue> values = new ArrayList<>(only.values());
                item.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
                alternatives.set(i, List.of(new SigmaPredicate.Item(item.field(), item.modifiers(), values)));
                return;
            }
        }
        alternatives.add(List.of(item));
    }

    private static Node joined(boolean conjunction, List<Node> nodes) {
        return nodes.size() == 1 ? nodes.getFirst() : new Joined(conjunction, List.copyOf(nodes));
    }

    private List<String> names() {
        long filters = drafts.stream().filter(Draft::filter).count();
        long others = drafts.size() - filters;
        List<String> names = new ArrayList<>();
        int filter = 0;
        int selection = 0;
        for (Draft draft : drafts) {
            if (draft.filter()) {
                filter++;
                names.add(filters == 1 ? "filter" : "filter_" + filter);
            } else {
                selection++;
                names.add(others == 1 ? "selection" : "selection_" + selection);
            }
        }
        return names;
    }

    private static String print(Node node, List<String> names, boolean outermost) {
        return switch (node) {
            case Reference(int index) -> names.get(index);
            case Negated(Node part) -> "not " + print(part, names, false);
            case Joined(boolean conjunction, List<Node> parts) -> {
                List<String> texts =
                        parts.stream().map(part -> print(part, names, false)).toList();
                String text = String.join(conjunction ? " and " : " or ", texts);
                yield outermost ? text : "(" + text + ")";
            }
        };
    }
}

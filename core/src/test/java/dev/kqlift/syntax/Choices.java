package dev.kqlift.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The choices a generator made, as a tree: a node for each generated part. What is not recorded is drawn, or is zero, which
 * every generator takes as its simplest case; so emptying a node deletes a subtree.
 */
final class Choices {
    private final Optional<RandomGenerator> random;
    private final int depth;
    private final List<Integer> drawn = new ArrayList<>();
    private final List<Choices> children = new ArrayList<>();
    private int nextDraw;
    private int nextChild;

    private Choices(Optional<RandomGenerator> random, int depth) {
        this.random = random;
        this.depth = depth;
    }

    static Choices drawing(RandomGenerator random) {
        return new Choices(Optional.of(random), 0);
    }

    int depth() {
        return depth;
    }

    /** From zero up to, not including, the bound. */
    int below(int bound) {
        if (nextDraw == drawn.size()) {
            drawn.add(random.map(source -> source.nextInt(bound)).orElse(0));
        }
        return Math.min(drawn.get(nextDraw++), bound - 1);
    }

    boolean yes() {
        return below(2) == 1;
    }

    <T> T of(List<T> items) {
        return items.get(below(items.size()));
    }

    Choices part() {
        if (nextChild == children.size()) {
            children.add(new Choices(random, depth + 1));
        }
        return children.get(nextChild++);
    }

    /** The choices with as many subtrees deleted as can be while the predicate, run on a fresh replay, holds. */
    Choices shrunk(Predicate<Choices> fails) {
        Choices best = replay();
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (List<Integer> path : best.paths()) {
                Choices candidate = best.replay();
                if (candidate.delete(path) && fails.test(candidate.replay())) {
                    best = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return best.replay();
    }

    /** A copy that makes the same choices from the start. */
    Choices replay() {
        Choices copy = new Choices(Optional.empty(), depth);
        copy.drawn.addAll(drawn);
        for (Choices child : children) {
            copy.children.add(child.replay());
        }
        return copy;
    }

    private List<List<Integer>> paths() {
        List<List<Integer>> paths = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            paths.add(List.of(i));
        }
        for (int i = 0; i < children.size(); i++) {
            for (List<Integer> rest : children.get(i).paths()) {
                List<Integer> path = new ArrayList<>(List.of(i));
                path.addAll(rest);
                paths.add(path);
            }
        }
        return paths;
    }

    /** Empties the node at a path; false where it is empty already. */
    private boolean delete(List<Integer> path) {
        Choices node = this;
        for (int step : path) {
            node = node.children.get(step);
        }
        boolean empty = node.children.isEmpty() && node.drawn.stream().allMatch(value -> value == 0);
        node.children.clear();
        node.drawn.clear();
        return !empty;
    }
}

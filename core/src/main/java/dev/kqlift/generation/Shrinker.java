package dev.kqlift.generation;

import dev.kqlift.syntax.Query;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * Makes a failing sample small: takes parts of the query and of the rows away, one after the other, and keeps what still
 * binds and still fails. Takes the same steps each time, and only so many.
 */
public final class Shrinker {
    private final Predicate<Sample> fails;
    private int left;

    /**
     * @param fails whether a sample, which binds, fails in the way that is looked for
     * @param mostTries how many samples are tried at most
     */
    public Shrinker(Predicate<Sample> fails, int mostTries) {
        this.fails = fails;
        this.left = mostTries;
    }

    /** The smallest sample that is found. */
    public Sample shrink(Sample failing) {
        Sample best = failing;
        boolean smaller = true;
        while (smaller && left > 0) {
            Sample next = rows(query(best));
            smaller = !next.equals(best);
            best = next;
        }
        return best;
    }

    private Sample query(Sample start) {
        Sample best = start;
        boolean smaller = true;
        while (smaller && left > 0) {
            smaller = false;
            for (Query query : QueryReductions.of(best.query())) {
                Sample candidate = new Sample(query, best.tables());
                if (holds(candidate)) {
                    best = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return best;
    }

    private Sample rows(Sample start) {
        Sample best = start;
        boolean smaller = true;
        while (smaller && left > 0) {
            smaller = false;
            Iterator<Sample> candidates = RowReductions.of(best).iterator();
            while (candidates.hasNext() && !smaller && left > 0) {
                Sample candidate = candidates.next();
                if (holds(candidate)) {
                    best = candidate;
                    smaller = true;
                }
            }
        }
        return best;
    }

    private boolean holds(Sample candidate) {
        if (left <= 0 || !candidate.binds()) {
            return false;
        }
        left--;
        return fails.test(candidate);
    }
}

package dev.kqlift.translation;

import dev.kqlift.ir.ColumnId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A local note on its way up: what it does to the rows of the relation, or the value of the scalar, reached so far.
 *
 * @param effect {@code APPROXIMATE} as long as only values differ
 * @param carriers the columns of the relation whose values may differ
 * @param decidesRows true once a differing value took part in the choice of rows
 * @param decidesOrder true while the rows are ordered by a differing value
 * @param reason why the effect is worse than the note's own; empty where it is not
 */
record Deviation(
        LocalNote note,
        Fidelity effect,
        Set<ColumnId> carriers,
        boolean decidesRows,
        boolean decidesOrder,
        String reason) {
    static Deviation of(LocalNote note) {
        return new Deviation(note, note.effect(), Set.copyOf(note.carriers()), false, false, "");
    }

    boolean approximate() {
        return effect == Fidelity.APPROXIMATE;
    }

    boolean touches(Set<ColumnId> columns) {
        if (!approximate()) {
            return false;
        }
        for (ColumnId column : columns) {
            if (carriers.contains(column)) {
                return true;
            }
        }
        return false;
    }

    Deviation withEffect(Fidelity newEffect) {
        return new Deviation(note, newEffect, carriers, decidesRows, decidesOrder, reason);
    }

    Deviation turned() {
        return withEffect(EffectAlgebra.turned(effect));
    }

    /** No promise is left. The first reason stays: it is the one nearest to the construct. */
    Deviation lost(String why) {
        return effect == Fidelity.UNSUPPORTED
                ? this
                : new Deviation(note, Fidelity.UNSUPPORTED, Set.of(), decidesRows, false, why);
    }

    /** No promise is left if the effect is about rows. */
    Deviation lostIfRows(String why) {
        return EffectAlgebra.changesRows(effect) ? lost(why) : this;
    }

    /** A differing value takes part in the choice of rows. */
    Deviation deciding(String why) {
        if (!approximate()) {
            return this;
        }
        return switch (note.cause()) {
            case TARGET -> lost(why);
            case LEFT_OPEN -> new Deviation(note, effect, carriers, true, decidesOrder, reason);
        };
    }

    Deviation withCarriers(Set<ColumnId> columns) {
        return new Deviation(note, effect, columns, decidesRows, decidesOrder, reason);
    }

    Deviation keepingCarriers(Predicate<ColumnId> kept) {
        Set<ColumnId> remaining = new LinkedHashSet<>();
        for (ColumnId column : carriers) {
            if (kept.test(column)) {
                remaining.add(column);
            }
        }
        return withCarriers(remaining);
    }

    Deviation ordering(boolean decides) {
        return new Deviation(note, effect, carriers, decidesRows, decides, reason);
    }
}

package dev.kqlift.lint;

import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks into a scalar: at itself and all its operands, each shared part once, not into the relations of sub-queries. */
final class ScalarParts {
    private ScalarParts() {}

    /** The scalar and everything below it. */
    static List<Scalar> of(Scalar root) {
        Set<Scalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Scalar> found = new ArrayList<>();
        Deque<Scalar> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Scalar scalar = open.pop();
            if (seen.add(scalar)) {
                found.add(scalar);
                Trees.forEachChild(scalar, open::push);
            }
        }
        return found;
    }

    /** Whether a part is as asked for. */
    static boolean anyMatch(Scalar root, Predicate<Scalar> predicate) {
        return of(root).stream().anyMatch(predicate);
    }

    /** The columns that a scalar reads. */
    static Set<ColumnId> columns(Scalar root) {
        Set<ColumnId> columns = new LinkedHashSet<>();
        for (Scalar part : of(root)) {
            if (part instanceof Scalar.ColumnRef reference) {
                columns.add(reference.column().id());
            }
        }
        return columns;
    }

    /** Whether a scalar reads what its columns do not show: a sub-query, any column, or what is not understood. */
    static boolean readsMore(Scalar root) {
        return anyMatch(
                root,
                part -> part instanceof Scalar.AnyColumn
                        || part instanceof Scalar.Unbound
                        || part instanceof Scalar.UnknownCall
                        || Trees.subquery(part).isPresent());
    }

    /** The operands of a conjunction, nested ones taken apart; a scalar of another kind is its only conjunct. */
    static List<Scalar> conjuncts(Scalar scalar) {
        return operands(scalar, true);
    }

    /** The operands of a disjunction, nested ones taken apart. */
    static List<Scalar> disjuncts(Scalar scalar) {
        return operands(scalar, false);
    }

    private static List<Scalar> operands(Scalar scalar, boolean conjunction) {
        if (scalar instanceof Scalar.Logical logical && logical.conjunction() == conjunction) {
            List<Scalar> operands = new ArrayList<>();
            for (Scalar operand : logical.operands()) {
                operands.addAll(operands(operand, conjunction));
            }
            return operands;
        }
        return List.of(scalar);
    }

    /** The text of a constant. */
    static Optional<String> text(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value.Text(var text), var ignored)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether a scalar is a call of one of these functions. */
    static boolean isCall(Scalar scalar, String... names) {
        return scalar instanceof Scalar.Call call
                && List.of(names).contains(call.function().name());
    }

    /** Whether the constant stands in the text as a literal, and not behind the name of a {@code let} or a parameter. */
    static boolean isWritten(Scalar constant, RuleContext context) {
        String text = context.textOf(constant.origin().span());
        if (text.equals("true") || text.equals("false")) {
            return true;
        }
        return !text.isEmpty() && !text.matches("[A-Za-z_]\\w*");
    }
}

package dev.kqlift.sql;

import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;

/** Dynamic values, which are kept as JSON: a JSON null is never kept, it is the target's null. */
final class DynamicLowering {
    private static final String NO_ORDER = "KQL leaves the order of the array's items open";

    private final ScalarLowering scalars;
    private final SqlContext context;

    DynamicLowering(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    /** A path into a dynamic value. */
    private record Path(Scalar base, String steps) {}

    Fragment json(Scalar scalar) {
        Path path = path(scalar);
        Fragment base = base(path);
        return path.steps().equals("$") ? base : context.operator("$member", base, literal(path));
    }

    /** The text of a dynamic value; empty where it is missing. Only for a comparison that arrays and bags cannot meet. */
    Fragment text(Scalar scalar) {
        Path path = path(scalar);
        return context.operator("$text", base(path), literal(path));
    }

    /** The text of a dynamic value, whatever it is. */
    Fragment printed(Scalar node, Scalar scalar) {
        return printed(node, scalar, true);
    }

    /**
     * The text of a dynamic value.
     *
     * @param ordered true where the order of an array's items matters to what is made of the text
     */
    Fragment printed(Scalar node, Scalar scalar, boolean ordered) {
        context.assume(node, DataAssumption.PLAIN_DYNAMIC, scalar);
        if (ordered && context.facts().unordered(scalar)) {
            context.notes().add(node, LocalNote.leftOpen(NO_ORDER, node.origin(), List.of()));
        }
        return text(scalar);
    }

    private Fragment base(Path path) {
        if (path.base().type() != KqlType.DYNAMIC) {
            return context.refuse(
                    path.base(), "a member of a " + path.base().type().word() + " value is not translated");
        }
        return scalars.value(path.base());
    }

    private static Fragment literal(Path path) {
        return new Fragment(SqlLiterals.text(path.steps()), SqlStrengths.PRIMARY);
    }

    private Path path(Scalar scalar) {
        if (scalar instanceof Scalar.Member member) {
            return step(member.target(), name(member, member.name()));
        }
        if (scalar instanceof Scalar.Element element && context.facts().unordered(element.target())) {
            context.notes().add(element, LocalNote.leftOpen(NO_ORDER, element.origin(), List.of()));
        }
        if (scalar instanceof Scalar.Element element && element.index() instanceof Scalar.Constant index) {
            if (index.value() instanceof Value.Whole(long place, var type)) {
                return step(element.target(), place < 0 ? "[#" + place + "]" : "[" + place + "]");
            }
            if (index.value() instanceof Value.Text(String key)) {
                return step(element.target(), name(element, key));
            }
        }
        if (scalar instanceof Scalar.Element element) {
            context.refuse(element, "an index that is no constant");
            return path(element.target());
        }
        return new Path(scalar, "$");
    }

    private Path step(Scalar target, String step) {
        Path below = path(target);
        return new Path(below.base(), below.steps() + step);
    }

    private String name(Scalar node, String name) {
        // Quotes, backslashes and wildcards have no escape in the target's paths.
        if (name.isEmpty() || !SqlNames.valid(name) || name.matches("(?s).*[\"\\\\*?].*")) {
            context.refuse(node, "the target has no path to a key of this name");
            return "";
        }
        return ".\"" + name + "\"";
    }
}

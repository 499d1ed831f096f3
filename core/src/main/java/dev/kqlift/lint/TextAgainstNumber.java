package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text compared with a number. */
@RuleInfo(code = "KL509", name = "text-against-number", category = LintCategory.NAMES, severity = Severity.NOTE)
final class TextAgainstNumber implements LintRule, OnComparison, OnInList {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        Scalar left = comparison.left();
        Scalar right = comparison.right();
        if (mixes(left, right)) {
            List<TextEdit> edits = new ArrayList<>();
            asNumber(left, right, context).ifPresent(edits::add);
            asNumber(right, left, context).ifPresent(edits::add);
            report(comparison.origin(), left, right, edits, context);
        } else if (isOpen(left, right) || isOpen(right, left)) {
            context.notChecked("the type of a column that is compared is not known");
        }
    }

    @Override
    public void check(Scalar.InList in, RuleContext context) {
        List<TextEdit> edits = new ArrayList<>();
        Optional<Scalar> first = Optional.empty();
        boolean all = true;
        for (Scalar item : in.items()) {
            if (mixes(in.subject(), item)) {
                first = first.isPresent() ? first : Optional.of(item);
                Optional<TextEdit> edit = asNumber(in.subject(), item, context);
                edit.ifPresent(edits::add);
                all &= edit.isPresent();
            } else if (isOpen(in.subject(), item)) {
                context.notChecked("the type of a column that is compared is not known");
            }
        }
        if (first.isPresent()) {
            report(in.origin(), in.subject(), first.get(), all ? edits : List.of(), context);
        }
    }

    private static boolean isOpen(Scalar side, Scalar constant) {
        return side.type() == KqlType.UNKNOWN
                && (constant.type() == KqlType.STRING || constant.type().isNumeric());
    }

    private static boolean mixes(Scalar left, Scalar right) {
        return left.type() == KqlType.STRING && right.type().isNumeric()
                || left.type().isNumeric() && right.type() == KqlType.STRING;
    }

    private static void report(Origin origin, Scalar left, Scalar right, List<TextEdit> edits, RuleContext context) {
        context.report(origin, "compares " + words(left, context) + " with " + words(right, context))
                .help(
                        "write the constant in the type of the column, or convert one side with `tostring()` or `tolong()`")
                .fix(Applicability.SAFE, "write the constant as a number", edits);
    }

    private static String words(Scalar scalar, RuleContext context) {
        String text = context.textOf(scalar.origin().span());
        String kind = scalar.type() == KqlType.STRING ? "the text" : "the number";
        return text.isEmpty() || text.length() > 60 || text.contains("\n") ? kind : kind + " `" + text + "`";
    }

    /** A text that stands against a number and is one: without its quotes it means what the engine makes of it. */
    private static Optional<TextEdit> asNumber(Scalar number, Scalar constant, RuleContext context) {
        String text = ScalarParts.text(constant).orElse("");
        String written = context.textOf(constant.origin().span());
        boolean quoted = written.equals("\"" + text + "\"") || written.equals("'" + text + "'");
        return number.type().isNumeric() && quoted && text.matches("0|[1-9][0-9]{0,8}")
                ? context.replace(constant.origin().span(), text)
                : Optional.empty();
    }
}

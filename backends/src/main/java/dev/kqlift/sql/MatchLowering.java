package dev.kqlift.sql;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches of text. A text is never null here, so that a negation needs no care for nulls. */
final class MatchLowering {
    private final ScalarLowering scalars;
    private final SqlContext context;

    MatchLowering(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    Fragment match(Scalar.StringMatch node) {
        Fragment text;
        Optional<Scalar> dynamic = context.printed(node.text());
        if (dynamic.isPresent()) {
            text = printed(node, dynamic.get());
        } else if (node.text().type() == KqlType.STRING) {
            text = scalars.value(node.text());
        } else if (node.text().type() == KqlType.DYNAMIC) {
            text = printed(node, node.text());
            if (patterns(node).stream().anyMatch(pattern -> mayMatchNothing(node.kind(), pattern))) {
                String message = "whether a missing value matches a pattern that matches the empty text is not settled";
                context.notes().add(node, LocalNote.approximate(message, node.origin()));
            }
        } else {
            return context.refuse(node, "a match over " + node.text().type().word() + " is not translated");
        }
        List<Scalar> patterns = patterns(node);
        if (patterns.isEmpty()) {
            return context.refuse(node, "a match without a pattern");
        }
        List<Fragment> tests = new ArrayList<>();
        for (Scalar pattern : patterns) {
            tests.add(single(node, text, pattern));
        }
        Fragment all = tests.getFirst();
        if (tests.size() > 1) {
            int strength = node.all() ? SqlStrengths.AND : SqlStrengths.OR;
            all = new Fragment(
                    String.join(
                            node.all() ? " AND " : " OR ",
                            tests.stream().map(test -> test.in(strength + 1)).toList()),
                    strength);
        }
        return node.negated() ? scalars.not(all) : all;
    }

    /** True where the pattern may match the empty text, for which a missing value stands in the target. */
    private static boolean mayMatchNothing(MatchKind kind, Scalar pattern) {
        Optional<String> constant = SqlForms.text(pattern);
        if (kind != MatchKind.REGEX || constant.isEmpty()) {
            return constant.filter(text -> !text.isEmpty()).isEmpty();
        }
        try {
            return Pattern.compile(constant.get()).matcher("").find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** The text of a dynamic value, of which the patterns may see little enough to make no difference. */
    private Fragment printed(Scalar.StringMatch node, Scalar dynamic) {
        DynamicLowering lowering = new DynamicLowering(scalars);
        List<Scalar> patterns = patterns(node);
        if (node.kind() == MatchKind.PREFIX && patterns.stream().allMatch(MatchLowering::startsWithLetter)) {
            return lowering.text(dynamic);
        }
        boolean inOneItem = node.kind() != MatchKind.REGEX
                && patterns.stream()
                        .allMatch(pattern -> SqlForms.text(pattern)
                                .filter(text -> !text.matches("(?s).*[\"\\[\\],{}:].*"))
                                .isPresent());
        return inOneItem ? lowering.printed(node, dynamic, false) : lowering.printed(node, dynamic, true);
    }

    private static boolean startsWithLetter(Scalar pattern) {
        return SqlForms.text(pattern)
                .filter(text -> !text.isEmpty() && Character.isLetter(text.codePointAt(0)))
                .isPresent();
    }

    private List<Scalar> patterns(Scalar.StringMatch node) {
        List<Scalar> result = new ArrayList<>();
        for (Scalar pattern : node.patterns()) {
            if (pattern instanceof Scalar.Constant constant && constant.value() instanceof Value.Array array) {
                array.items().forEach(item -> result.add(new Scalar.Constant(item, constant.origin())));
            } else {
                result.add(pattern);
            }
        }
        return result;
    }

    private Fragment single(Scalar.StringMatch node, Fragment text, Scalar pattern) {
        boolean folds = node.caseRule() == CaseRule.INSENSITIVE;
        if (!(pattern instanceof Scalar.Constant constant)) {
            return computed(node, text, pattern, folds);
        }
        if (!(constant.value() instanceof Value.Text(String sought)) || !SqlNames.valid(sought)) {
            return context.refuse(node, "the pattern is no text that the target can hold");
        }
        return switch (node.kind()) {
            case TERM, TERM_PREFIX, TERM_SUFFIX -> term(node, text, sought);
            case SUBSTRING -> plain(node, "$contains", text, sought, folds);
            case PREFIX -> plain(node, "$starts_with", text, sought, folds);
            case SUFFIX -> plain(node, "$ends_with", text, sought, folds);
            case REGEX -> regex(node, text, sought);
            case LIKE -> context.refuse(node, "`like` is not translated");
        };
    }

    private Fragment computed(Scalar.StringMatch node, Fragment text, Scalar pattern, boolean folds) {
        String operator = switch (node.kind()) {
            case SUBSTRING -> "$contains";
            case PREFIX -> "$starts_with";
            case SUFFIX -> "$ends_with";
            case TERM, TERM_PREFIX, TERM_SUFFIX, REGEX, LIKE -> "";
        };
        if (operator.isEmpty() || pattern.type() != KqlType.STRING) {
            return context.refuse(node, "the pattern is no constant");
        }
        Fragment sought = scalars.value(pattern);
        if (folds) {
            ComparisonLowering.noteFolding(context, node);
        }
        return folds
                ? context.operator(operator, context.operator("$lower", text), context.operator("$lower", sought))
                : context.operator(operator, text, sought);
    }

    private Fragment plain(Scalar node, String operator, Fragment text, String sought, boolean folds) {
        if (folds) {
            ComparisonLowering.noteFolding(context, node);
        }
        String literal = SqlLiterals.text(folds ? sought.toLowerCase(Locale.ROOT) : sought);
        return context.operator(
                operator, folds ? context.operator("$lower", text) : text, new Fragment(literal, SqlStrengths.PRIMARY));
    }

    private Fragment term(Scalar.StringMatch node, Fragment text, String sought) {
        if (sought.isEmpty()) {
            return new Fragment("TRUE", SqlStrengths.PRIMARY);
        }
        boolean folds = node.caseRule() == CaseRule.INSENSITIVE;
        if (folds) {
            ComparisonLowering.noteFolding(context, node);
        }
        context.assume(node, DataAssumption.PLAIN_TERMS, node.text());
        boolean boundBefore = node.kind() != MatchKind.TERM_SUFFIX;
        boolean boundAfter = node.kind() != MatchKind.TERM_PREFIX;
        boolean looseBefore = boundBefore && !TermPattern.startsWithTerm(sought);
        boolean looseAfter = boundAfter && !TermPattern.endsWithTerm(sought);
        if (looseBefore || looseAfter) {
            // What bounds a pattern that itself begins or ends with a separator is not documented; without a bound
            // on that side nothing is missed.
            String message = "`" + sought + "` begins or ends with a separator; what stands beside it is not checked";
            context.notes()
                    .add(
                            node,
                            node.negated()
                                    ? LocalNote.narrower(message, node.origin())
                                    : LocalNote.wider(message, node.origin()));
        }
        String pattern = TermPattern.of(sought, boundBefore && !looseBefore, boundAfter && !looseAfter, folds);
        return context.operator("$regex", text, new Fragment(SqlLiterals.text(pattern), SqlStrengths.PRIMARY));
    }

    private Fragment regex(Scalar.StringMatch node, Fragment text, String sought) {
        return switch (RegexTranslation.of(sought)) {
            case RegexTranslation.Refused refused ->
                context.refuse(node, "the regular expression is not translated: " + refused.reason());
            case RegexTranslation.Translated translated -> {
                translated.assumptions().forEach(assumption -> context.assume(node, assumption, node.text()));
                yield context.operator(
                        "$regex", text, new Fragment(SqlLiterals.text(translated.pattern()), SqlStrengths.PRIMARY));
            }
        };
    }
}

package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.KqlType;
import java.util.Optional;

/** Join keys of which one side went through a change of case and the other did not. */
@RuleInfo(
        code = "KL614",
        name = "join-keys-of-different-case",
        category = LintCategory.MEANING,
        severity = Severity.WARNING)
final class JoinKeysOfOneCase implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        // Texts of literal rows and of files were written by somebody who could see their case.
        TableColumns tables = TableColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Join join) {
                for (Relation.JoinCondition condition : join.conditions()) {
                    if (check(condition, definitions, tables, context)) {
                        // One is enough to lose the pair, and the author mends them together.
                        break;
                    }
                }
            }
        }
    }

    private static boolean check(
            Relation.JoinCondition condition, ColumnDefinitions definitions, TableColumns tables, RuleContext context) {
        Scalar left = definitions.resolve(condition.left());
        Scalar right = definitions.resolve(condition.right());
        Optional<String> leftCase = change(left);
        Optional<String> rightCase = change(right);
        boolean raw =
                leftCase.isPresent() && isLogged(right, tables) || rightCase.isPresent() && isLogged(left, tables);
        boolean opposed = leftCase.isPresent() && rightCase.isPresent() && !leftCase.equals(rightCase);
        if (raw || opposed) {
            String function = leftCase.or(() -> rightCase).orElseThrow();
            context.report(
                            condition.origin(),
                            opposed
                                    ? "one key is in lower case and the other in upper case"
                                    : "one key went through `" + function
                                            + "()` and the other comes as it was logged; joins compare with case")
                    .help("give both sides the same case");
        }
        return raw || opposed;
    }

    private static Optional<String> change(Scalar scalar) {
        if (ScalarParts.isCall(scalar, "tolower")) {
            return Optional.of("tolower");
        }
        return ScalarParts.isCall(scalar, "toupper") ? Optional.of("toupper") : Optional.empty();
    }

    /** Texts of tables only: what is known to be a number or a GUID has no case of its own. */
    private static boolean isLogged(Scalar scalar, TableColumns tables) {
        return scalar instanceof Scalar.ColumnRef reference
                && tables.contains(reference)
                && reference.type() == KqlType.STRING
                && !reference.column().name().matches("(?i).*(guid|sha1|sha256|md5|hash|ip|address).*")
                && !reference.column().name().endsWith("Id");
    }
}

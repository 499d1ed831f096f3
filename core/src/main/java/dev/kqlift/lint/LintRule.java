package dev.kqlift.lint;

/**
 * A check of one thing, without state. Its label is {@link RuleInfo}; what it wants to see it says by the {@code On…}
 * interfaces. The {@code permits} list, in the order of the codes, is the registry of all checks.
 */
sealed interface LintRule
        permits UnusedLet,
                LetHidesName,
                DeprecatedSpelling,
                TextAgainstNumber,
                WholeWorkspace,
                NotInAnalyticsRules,
                WorkspaceLimit,
                RenderInRule,
                RowsNotSerialized,
                IllegalRegex,
                IsNullOfText,
                JoinWithoutKind {}

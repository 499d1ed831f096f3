package dev.kqlift.lint;

/**
 * A check of one thing, without state. Its label is {@link RuleInfo}; what it wants to see it says by the {@code On…}
 * interfaces. The {@code permits} list, in the order of the codes, is the registry of all checks.
 */
sealed interface LintRule
        permits MisspeltKey,
                UnknownKey,
                ValueOfWrongShape,
                QueryTooLong,
                MissingId,
                IdNotAGuid,
                MissingVersion,
                VersionNotThreeNumbers,
                MissingKind,
                UnknownKind,
                LookAlikeCharacter,
                NonAsciiCharacter,
                FoldedQueryComment,
                FileNotYaml,
                FillInLeft,
                LinkWithLocale,
                MissingName,
                NameTooLong,
                LongName,
                NameEndsWithPeriod,
                MissingDescription,
                DescriptionTooLong,
                DescriptionStart,
                MissingSeverity,
                UnknownSeverity,
                MissingTrigger,
                UnknownTriggerOperator,
                ThresholdOutOfRange,
                TriggerNeverTrue,
                MissingConnectors,
                ConnectorWithoutDataTypes,
                TableWithoutConnector,
                UnreadDataType,
                OldProductName,
                SecretInRule,
                IsNullOfText,
                JoinWithoutKind {}

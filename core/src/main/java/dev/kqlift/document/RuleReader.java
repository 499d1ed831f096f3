package dev.kqlift.document;

/** Finds the rules in the text of one kind of file. */
sealed interface RuleReader permits YamlRuleReader, JsonRuleReader, MarkdownRuleReader, QueryFileReader {
    ReadOutcome read(SourceFile file);
}

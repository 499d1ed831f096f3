package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import java.util.List;
import java.util.Optional;

/** Reads query files: the whole text is the query, and nothing else is known of the rule. */
final class QueryFileReader implements RuleReader {
    @Override
    public ReadOutcome read(SourceFile file) {
        EmbeddedText query = EmbeddedText.contiguous(file.text().text(), 0);
        return new ReadOutcome.Rules(
                List.of(new RuleDocument(file, RuleKind.QUERY, RuleMetadata.EMPTY, Optional.of(query), List.of())));
    }
}

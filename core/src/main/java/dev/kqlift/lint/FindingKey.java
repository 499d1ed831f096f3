package dev.kqlift.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a finding is known by from one version of a file to the next. Lines above it may come and go, and the text that it is
 * about may be indented in another way.
 *
 * @param rule the id of the rule; where it has none, the path of its file
 * @param code the code of the check
 * @param hash a hash of the text that the finding is about
 */
public record FindingKey(String rule, String code, String hash) {
    private static final int BYTES = 8;

    /**
     * The key of a finding.
     *
     * @param path the file, for rules without an id
     */
    public static FindingKey of(RuleDocument document, Finding finding, String path) {
        Optional<String> id =
                document.metadata().id().map(value -> value.value().toLowerCase(Locale.ROOT));
        String text = document.file().text().text();
        Span span = finding.span();
        int end = Math.min(span.end(), text.length());
        String about = text.substring(Math.min(span.start(), end), end);
        String folded = about.strip().replaceAll("\\s+", " ");
        return new FindingKey(id.orElse(path), finding.check().code(), hash(folded));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.kqlift.sigma;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.source.Located;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a Sigma rule says of itself besides its detection.
 *
 * @param id the rule's own id where it is a UUID; else one made of the file's path and the query, always the same
 */
public record SigmaHead(
        String title, String id, Optional<String> description, List<String> tags, Optional<String> level) {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 65_535;
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern TACTIC = Pattern.compile("[A-Za-z][A-Za-z -]{1,60}");
    private static final Pattern TECHNIQUE = Pattern.compile("[tT]\\d{4}(\\.\\d{3})?");

    public SigmaHead {
        tags = List.copyOf(tags);
    }

    static SigmaHead of(RuleDocument document) {
        RuleMetadata metadata = document.metadata();
        String path = document.file().path().replace('\\', '/');
        String title = metadata.name()
                .map(Located::value)
                .map(SigmaHead::oneLine)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> oneLine(path.substring(path.lastIndexOf('/') + 1)));
        String id = metadata.id()
                .map(Located::value)
                .map(String::strip)
                .filter(value -> IDENTIFIER.matcher(value).matches())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .orElseGet(() -> derived(path
                        + '\n'
                        + document.query().map(query -> query.text()).orElse("")));
        return new SigmaHead(
                cut(title.isEmpty() ? "Untitled" : title, LONGEST_TITLE),
                id,
                metadata.description()
                        .map(Located::value)
                        .map(SigmaHead::lines)
                        .filter(text -> !text.isEmpty())
                        .map(text -> cut(text, LONGEST_DESCRIPTION)),
                tags(metadata),
                metadata.severity().map(Located::value).flatMap(SigmaHead::level));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[ \t]+\n", "\n")
                .strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).stripTrailing();
    }

    /** An identifier in the manner of version 5: the SHA-1 digest of a text. */
    static String derived(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            digest[6] = (byte) (digest[6] & 0x0f | 0x50);
            digest[8] = (byte) (digest[8] & 0x3f | 0x80);
            ByteBuffer buffer = ByteBuffer.wrap(digest);
            return new UUID(buffer.getLong(), buffer.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-1", e);
        }
    }

    private static List<String> tags(RuleMetadata metadata) {
        Set<String> tags = new LinkedHashSet<>();
        for (Located<String> tactic : metadata.tactics()) {
            String name = tactic.value().strip();
            if (TACTIC.matcher(name).matches()) {
                String words = name.replaceAll("([a-z])([A-Z])", "$1-$2").replace(' ', '-');
                tags.add("attack." + words.toLowerCase(Locale.ROOT));
            }
        }
        for (Located<String> technique : metadata.techniques()) {
            String name = technique.value().strip();
            if (TECHNIQUE.matcher(name).matches()) {
                tags.add("attack." + name.toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(tags);
    }

    private static Optional<String> level(String severity) {
        return switch (severity.strip().toLowerCase(Locale.ROOT)) {
            case "informational" -> Optional.of("informational");
            case "low" -> Optional.of("low");
            case "medium" -> Optional.of("medium");
            case "high" -> Optional.of("high");
            case "critical" -> Optional.of("critical");
            default -> Optional.empty();
        };
    }
}

package dev.kqlift.corpus.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Gives out names for pages: lower-case letters, digits and hyphens, each once. */
final class Slugs {
    private static final int MAX_LENGTH = 80;
    private static final int MARK_LENGTH = 8;
    /** Names that a file cannot have on every system, whatever its extension. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private final Set<String> given = new HashSet<>();

    /** The words of a text; {@code other} where it has none that can be spelled with plain letters. */
    static String of(String text, String other) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
        String slug = cut.replaceAll("^-+|-+$", "");
        if (slug.isEmpty()) {
            return other;
        }
        boolean reserved = DEVICES.contains(slug) || slug.matches("(com|lpt)[0-9]") || slug.equals("index");
        return reserved ? slug + "-" + other : slug;
    }

    /**
     * A slug that was not given out before.
     *
     * @param slug the wish
     * @param identity what tells its owner from others that wish for the same: the mark made of it depends on no other
     *     owner, so that a link to a page holds when rules come and go
     */
    String unique(String slug, String identity) {
        if (given.add(slug)) {
            return slug;
        }
        String marked = slug + "-" + hash(identity).substring(0, MARK_LENGTH);
        String unique = marked;
        for (int i = 2; !given.add(unique); i++) {
            unique = marked + "-" + i;
        }
        return unique;
    }

    /** The SHA-256 hash of a text in hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

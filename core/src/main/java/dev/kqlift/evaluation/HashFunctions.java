package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes. MD5 and SHA are those of the value's text; XXH64 is that of an instant's ticks. */
final class HashFunctions {
    private HashFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("hash_md5", a -> digest(a, "MD5"));
        table.strict("hash_sha1", a -> digest(a, "SHA-1"));
        table.strict("hash_sha256", a -> digest(a, "SHA-256"));
        table.strict("hash_xxhash64", HashFunctions::xxHash);
        table.strict("hash", HashFunctions::xxHash);
    }

    private static Value digest(Arguments a, String algorithm) {
        if (!(a.value(0) instanceof Value.Text || a.value(0) instanceof Value.DateTime)) {
            throw a.refuse("only the hash of a text or datetime is evaluated");
        }
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(a.text(0).getBytes(StandardCharsets.UTF_8));
            return new Value.Text(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Value xxHash(Arguments a) {
        long hash = XxHash64.of(
                switch (a.value(0)) {
                    case Value.Text(var text) -> text.getBytes(StandardCharsets.UTF_8);
                    case Value.DateTime(var ticks) ->
                        ByteBuffer.allocate(8)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(ticks)
                                .array();
                    default -> throw a.refuse("only the hash of a text or datetime is evaluated");
                });
        if (!a.has(1)) {
            return Numbers.ofLong(hash);
        }
        if (hash < 0 || a.whole(1) <= 0) {
            throw a.refuse("the remainder of a negative hash is not known");
        }
        return Numbers.ofLong(hash % a.whole(1));
    }
}

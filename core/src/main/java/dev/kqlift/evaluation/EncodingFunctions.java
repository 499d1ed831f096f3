package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Base64, addresses of pages, compressed texts. */
final class EncodingFunctions {
    private EncodingFunctions() {}

    static void addTo(FunctionTable table) {
        for (String name : new String[] {"base64_encode_tostring", "base64_encodestring"}) {
            table.add(name, a -> encoded(a.text(0).getBytes(StandardCharsets.UTF_8)));
        }
        for (String name : new String[] {"base64_decode_tostring", "base64_decodestring"}) {
            table.add(name, a -> decoded(a).flatMap(EncodingFunctions::utf8).orElse(Nulls.EMPTY_TEXT));
        }
        table.add("base64_decode_toarray", EncodingFunctions::decodeToArray);
        table.strict("base64_encode_fromarray", EncodingFunctions::encodeArray);
        table.strict("base64_encode_fromguid", EncodingFunctions::encodeGuid);
        table.add("base64_decode_toguid", EncodingFunctions::decodeGuid);
        table.add("url_decode", EncodingFunctions::urlDecode);
        table.add("url_encode", a -> urlEncode(a, "+"));
        table.add("url_encode_component", a -> urlEncode(a, "%20"));
        table.add("gzip_decompress_from_base64_string", a -> decompress(a, GZIPInputStream::new));
        table.add("zlib_decompress_from_base64_string", a -> decompress(a, InflaterInputStream::new));
    }

    private static Value encoded(byte[] bytes) {
        return new Value.Text(Base64.getEncoder().encodeToString(bytes));
    }

    private static Optional<byte[]> decoded(Arguments a) {
        try {
            return Optional.of(Base64.getDecoder().decode(a.text(0)));
        } catch (IllegalArgumentException notBase64) {
            String text = a.text(0);
            // With its padding it would be read; whether the engine asks for the padding is not known.
            if (text.matches("[A-Za-z0-9+/_-]*=*\\s*") || text.chars().anyMatch(Character::isWhitespace)) {
                throw a.refuse("the text is nearly base64");
            }
            return Optional.empty();
        }
    }

    /** The text of bytes; empty where they are not UTF-8. */
    private static Optional<Value> utf8(byte[] bytes) {
        try {
            return Optional.of(new Value.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static Value decodeToArray(Arguments a) {
        Optional<byte[]> bytes = decoded(a);
        if (bytes.isEmpty()) {
            return a.none();
        }
        List<Value> numbers = new ArrayList<>(bytes.get().length);
        for (byte b : bytes.get()) {
            numbers.add(Numbers.ofLong(b & 0xff));
        }
        return a.result(numbers);
    }

    private static Value encodeArray(Arguments a) {
        List<Value> items = a.array(0).orElseThrow(() -> a.refuse("argument 1 is no array"));
        byte[] bytes = new byte[items.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(items.get(i) instanceof Value.Whole(var number, var type)) || number < 0 || number > 255) {
                throw a.refuse("an item is no byte");
            }
            bytes[i] = (byte) number;
        }
        return encoded(bytes);
    }

    private static Value encodeGuid(Arguments a) {
        if (!(a.value(0) instanceof Value.Guid(var text))) {
            throw a.refuse("argument 1 is no guid");
        }
        byte[] bytes = new byte[16];
        String digits = text.replace("-", "");
        for (int i = 0; i < 16; i++) {
            bytes[GUID_BYTES[i]] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return encoded(bytes);
    }

    /** Where each byte of a guid's text stands in its bytes: its first three groups are turned round. */
    private static final int[] GUID_BYTES = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

    private static Value decodeGuid(Arguments a) {
        Optional<byte[]> bytes = decoded(a);
        if (bytes.isEmpty() || bytes.get().length != 16) {
            return Nulls.of(KqlType.GUID);
        }
        StringBuilder digits = new StringBuilder();
        for (int at : GUID_BYTES) {
            digits.append(String.format("%02x", bytes.get()[at] & 0xff));
        }
        return Casts.guid(new Value.Text(digits.toString()), a.site());
    }

    // ---- addresses of pages

    private static Value urlEncode(Arguments a, String blank) {
        StringBuilder out = new StringBuilder();
        for (byte b : a.text(0).getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.".indexOf(c) >= 0) {
                out.append((char) c);
            } else if (c == ' ') {
                out.append(blank);
            } else if ("!*'()~".indexOf(c) >= 0) {
                throw a.refuse("whether `" + (char) c + "` is encoded is not known");
            } else {
                out.append('%').append(String.format("%02x", c));
            }
        }
        return a.result(out.toString());
    }

    private static Value urlDecode(Arguments a) {
        String text = a.text(0);
        if (text.indexOf('+') >= 0 || text.matches(".*%(?![0-9a-fA-F]{2}).*")) {
            throw a.refuse("a plus sign or a lone percent sign is decoded");
        }
        byte[] bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes[size++] = (byte) Integer.parseInt(text.substring(i + 1, i + 3), 16);
                i += 2;
            } else {
                int c = text.codePointAt(i);
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    bytes[size++] = b;
                }
                i += Character.charCount(c) - 1;
            }
        }
        byte[] read = java.util.Arrays.copyOf(bytes, size);
        return utf8(read).orElseThrow(() -> a.refuse("what is decoded is no text"));
    }

    // ---- compressed texts

    @FunctionalInterface
    private interface Opening {
        InputStream open(InputStream compressed) throws IOException;
    }

    /** The text; empty where it is not compressed this way. */
    private static Value decompress(Arguments a, Opening opening) {
        Optional<byte[]> bytes;
        try {
            bytes = Optional.of(Base64.getDecoder().decode(a.text(0)));
        } catch (IllegalArgumentException notBase64) {
            bytes = Optional.empty();
        }
        if (bytes.isEmpty()) {
            return Nulls.EMPTY_TEXT;
        }
        try (InputStream in = opening.open(new ByteArrayInputStream(bytes.get()))) {
            byte[] read = in.readNBytes(a.site().context().limits().text() + 1);
            return utf8(read).map(text -> a.result(((Value.Text) text).value())).orElse(Nulls.EMPTY_TEXT);
        } catch (IOException notCompressed) {
            return Nulls.EMPTY_TEXT;
        }
    }
}

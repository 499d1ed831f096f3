package dev.kqlift.execution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a MaxMind DB of IPv6 size with one network, for tests. */
final class MaxMindText {
    private static final int RECORD = 24;

    private MaxMindText() {}

    /**
     * A database in which the addresses of one network have a record, and no others.
     *
     * @param network the bits that they have in common, as {@code 0} and {@code 1}; those of an IPv4 address stand behind 96
     *     times {@code 0}
     */
    static byte[] of(String network, Map<String, Object> entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int nodes = network.length();
        for (int node = 0; node < nodes; node++) {
            int next = node + 1 < nodes ? node + 1 : nodes + 16;
            boolean one = network.charAt(node) == '1';
            pointer(out, one ? nodes : next);
            pointer(out, one ? next : nodes);
        }
        out.writeBytes(new byte[16]);
        value(out, entry);
        out.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("node_count", nodes);
        metadata.put("record_size", RECORD);
        metadata.put("ip_version", 6);
        metadata.put("database_type", "Places");
        metadata.put("languages", List.of("en"));
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", 1);
        metadata.put("description", Map.of("en", "Places of tests"));
        value(out, metadata);
        return out.toByteArray();
    }

    private static void pointer(ByteArrayOutputStream out, int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static void value(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                control(out, 2, bytes.length);
                out.writeBytes(bytes);
            }
            case Double number -> {
                control(out, 3, 8);
                long bits = Double.doubleToLongBits(number);
                for (int i = 7; i >= 0; i--) {
                    out.write((int) (bits >> 8 * i));
                }
            }
            case Integer number -> {
                control(out, 6, 4);
                out.write(number >> 24);
                out.write(number >> 16);
                out.write(number >> 8);
                out.write(number);
            }
            case Map<?, ?> map -> {
                control(out, 7, map.size());
                map.forEach((key, item) -> {
                    value(out, key);
                    value(out, item);
                });
            }
            case List<?> list -> {
                control(out, 11, list.size());
                list.forEach(item -> value(out, item));
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
    }

    /** The type and the size of a value; types above 7 have a byte of their own. Sizes stay below 29. */
    private static void control(ByteArrayOutputStream out, int type, int size) {
        out.write(type > 7 ? size : type << 5 | size);
        if (type > 7) {
            out.write(type - 7);
        }
    }
}

package dev.kqlift.reports.transpile;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Names of files that every common file system takes as they are. */
final class FileNames {
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
    // A name may have 255 bytes; the rest is for a number, the extension and the mark of an unfinished file.
    private static final int MAX_BYTES = 200;

    private FileNames() {}

    /** The target's folder and the source's path without its extension, every part made safe. */
    static String stem(String target, Path source) {
        StringBuilder out = new StringBuilder(safe(target));
        int count = source.getNameCount();
        for (int i = 0; i < count; i++) {
            String name = source.getName(i).toString();
            out.append('/').append(safe(i == count - 1 ? withoutExtension(name) : name));
        }
        return out.toString();
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String safe(String name) {
        StringBuilder out = new StringBuilder(name.length() + 1);
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            i += Character.charCount(c);
            int kept = isSafe(c) ? c : '_';
            bytes += utf8Length(kept);
            if (bytes > MAX_BYTES) {
                break;
            }
            out.appendCodePoint(kept);
        }
        while (!out.isEmpty() && (out.charAt(out.length() - 1) == '.' || out.charAt(out.length() - 1) == ' ')) {
            out.setLength(out.length() - 1);
        }
        boolean reserved = out.isEmpty()
                || out.charAt(0) == '.'
                || out.charAt(0) == '-'
                || out.charAt(0) == ' '
                || isDevice(out.toString());
        return reserved ? "_" + out : out.toString();
    }

    private static boolean isSafe(int c) {
        return c >= ' '
                && "<>:\"/\\|?*".indexOf(c) < 0
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        return DEVICES.contains(base.strip().toLowerCase(Locale.ROOT));
    }

    private static int utf8Length(int c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
}

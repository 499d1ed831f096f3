package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values as events hold them, by what they are used for or by the name of the column. */
final class EventValues {
    private static final long MINUTE = 600_000_000L;
    /** How many files there are, of which events hold the hashes. */
    static final int FILES = 4;

    private static final List<String> WORDS =
            List.of("alpha", "Bravo", "charlie delta", "echo-7", "", "FOXTROT.exe", "golf@contoso.example", "10.1.2.3");

    private final Random random;
    private final long now;

    EventValues(Random random, long now) {
        this.random = random;
        this.now = now;
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    long instant() {
        return now - MINUTE * random.nextInt(random.nextBoolean() ? 60 : 20_000);
    }

    /** A value of a dynamic that is used for something. */
    Value of(Content content, String name) {
        return switch (content) {
            case BOOL -> new Value.Bool(random.nextBoolean());
            case WHOLE -> new Value.Whole(random.nextInt(100), KqlType.LONG);
            case REAL -> new Value.Real(random.nextInt(1000) / 8.0);
            case ARRAY -> array();
            case BAG -> random.nextInt(6) == 0 ? new Value.Bag(Map.of()) : bag();
            case DATETIME,
                    TIMESPAN,
                    GUID,
                    ADDRESS,
                    URL,
                    URL_QUERY,
                    PATH,
                    COMMAND_LINE,
                    BASE64,
                    VERSION,
                    XML,
                    REGEX,
                    NAME,
                    TEXT -> new Value.Text(text(content, name));
        };
    }

    /** A text that is used for something. */
    String text(Content content, String name) {
        int number = random.nextInt(4);
        return switch (content) {
            case BOOL -> random.nextBoolean() ? "True" : "False";
            case WHOLE, REAL -> ValueText.of(of(content, name));
            case ARRAY, BAG -> ValueText.json(of(content, name));
            case DATETIME -> ValueText.of(new Value.DateTime(instant()));
            case TIMESPAN -> "00:0" + number + ":30";
            case GUID -> "00000000-0000-0000-0000-00000000000" + number;
            case ADDRESS -> number == 0 ? "10.1.2." + random.nextInt(9) : "203.0.113." + random.nextInt(9);
            case URL -> "https://host" + number + ".contoso.example/path/" + number + "?q=1";
            case URL_QUERY -> "q=" + number + "&page=2";
            case PATH -> "C:\\Users\\user" + number + "\\tool" + number + ".exe";
            case COMMAND_LINE -> "tool" + number + ".exe -x value" + number;
            case BASE64 ->
                Base64.getEncoder()
                        .encodeToString(("tool" + number + ".exe -x value").getBytes(StandardCharsets.US_ASCII));
            case VERSION -> "1." + number + ".20";
            case XML -> "<Event><Name>value" + number + "</Name></Event>";
            case REGEX -> "(([A-Za-z0-9._-]+)@([A-Za-z0-9.-]+))";
            case NAME -> "Name" + number;
            case TEXT -> named(name.toLowerCase(Locale.ROOT));
        };
    }

    /** A text that is used for something and holds another. */
    String around(Content content, String part) {
        boolean complete = part.contains("://") || part.contains(":\\");
        if (complete) {
            return part;
        }
        return switch (content) {
            case URL -> "https://host1.contoso.example/" + part;
            case PATH -> "C:\\Users\\user1\\" + part + "\\tool1.exe";
            case COMMAND_LINE -> "tool1.exe " + part;
            case BOOL,
                    DATETIME,
                    TIMESPAN,
                    GUID,
                    WHOLE,
                    REAL,
                    ADDRESS,
                    URL_QUERY,
                    BASE64,
                    VERSION,
                    XML,
                    REGEX,
                    ARRAY,
                    BAG,
                    NAME,
                    TEXT -> part;
        };
    }

    /** A text as columns of such a name, in lower case, hold it. */
    String named(String name) {
        Optional<String> hash = hash(name, random.nextInt(FILES));
        if (hash.isPresent()) {
            return hash.get();
        }
        if (name.contains("url") || name.contains("uri")) {
            return text(Content.URL, name);
        }
        if (name.endsWith("ip") || name.endsWith("ipv4") || name.contains("ipaddress") || name.contains("ipaddr")) {
            return text(Content.ADDRESS, name);
        }
        if (name.contains("folder") || name.contains("path")) {
            return text(Content.PATH, name);
        }
        if (name.contains("commandline")) {
            return text(Content.COMMAND_LINE, name);
        }
        if (name.endsWith("time") || name.contains("date")) {
            return text(Content.DATETIME, name);
        }
        return word();
    }

    /** The hash of one of the files, where the column, by its name in lower case, is one of hashes. */
    static Optional<String> hash(String name, int file) {
        int length = name.endsWith("sha256") ? 64 : name.endsWith("sha1") ? 40 : name.endsWith("md5") ? 32 : 0;
        return length == 0
                ? Optional.empty()
                : Optional.of(Integer.toHexString(10 + file).repeat(length));
    }

    /** A dynamic of which nothing is known. */
    Value dynamic() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Value.Array(List.of(new Value.Text(word()), new Value.Text("india")));
            case 3, 4, 5 -> new Value.Array(List.of(bag()));
            case 6 -> new Value.Array(List.of());
            default -> bag();
        };
    }

    private Value array() {
        return new Value.Array(
                random.nextInt(6) == 0 ? List.of() : List.of(new Value.Text(word()), new Value.Text("india")));
    }

    private Value bag() {
        return new Value.Bag(new LinkedHashMap<>(Map.of("Name", new Value.Text(word()))));
    }
}

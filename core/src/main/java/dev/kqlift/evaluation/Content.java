package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the use of a text or a dynamic says of it; where several uses differ, the first of these counts. */
enum Content {
    BOOL,
    DATETIME,
    TIMESPAN,
    GUID,
    WHOLE,
    REAL,
    ADDRESS,
    URL,
    URL_QUERY,
    PATH,
    COMMAND_LINE,
    BASE64,
    VERSION,
    XML,
    REGEX,
    ARRAY,
    BAG,
    /** What becomes the name of a column: never empty. */
    NAME,
    TEXT;

    /** Function or plugin, the argument's index ({@code *} for all of them), what the argument holds. */
    private static final String TABLE = """
            todatetime 0 DATETIME
            totimespan 0 TIMESPAN
            toguid 0 GUID
            tobool 0 BOOL
            toint 0 WHOLE
            tolong 0 WHOLE
            toreal 0 REAL
            todouble 0 REAL
            todecimal 0 REAL
            parse_url 0 URL
            parse_urlquery 0 URL_QUERY
            parse_path 0 PATH
            parse_command_line 0 COMMAND_LINE
            parse_version 0 VERSION
            parse_xml 0 XML
            base64_decode_tostring 0 BASE64
            base64_decode_toarray 0 BASE64
            parse_ipv4 0 ADDRESS
            parse_ipv4_mask 0 ADDRESS
            parse_ipv6 0 ADDRESS
            ipv4_compare * ADDRESS
            ipv4_is_match * ADDRESS
            ipv4_is_private 0 ADDRESS
            ipv4_is_in_range 0 ADDRESS
            ipv4_is_in_any_range 0 ADDRESS
            ipv6_compare * ADDRESS
            ipv6_is_match * ADDRESS
            ipv6_is_in_range 0 ADDRESS
            ipv6_is_in_any_range 0 ADDRESS
            geo_info_from_ip_address 0 ADDRESS
            ipv4_lookup 1 ADDRESS
            ipv6_lookup 1 ADDRESS
            extract 0 REGEX
            extract_all 0 REGEX
            replace_regex 1 REGEX
            array_length 0 ARRAY
            array_concat * ARRAY
            array_index_of 0 ARRAY
            array_reverse 0 ARRAY
            array_slice 0 ARRAY
            array_sort_asc 0 ARRAY
            array_sort_desc 0 ARRAY
            jaccard_index * ARRAY
            replace_strings 1 ARRAY
            replace_strings 2 ARRAY
            set_difference * ARRAY
            set_has_element 0 ARRAY
            set_intersect * ARRAY
            set_union * ARRAY
            strcat_array 0 ARRAY
            bag_has_key 0 BAG
            bag_keys 0 BAG
            bag_merge * BAG
            bag_remove_keys 0 BAG
            bag_unpack 0 BAG
            pivot 0 NAME
            """;

    private static final Map<String, Content> BY_ARGUMENT = new HashMap<>();

    static {
        for (String line : TABLE.strip().split("\n")) {
            String[] cells = line.split(" ");
            BY_ARGUMENT.put(cells[0] + " " + cells[1], valueOf(cells[2]));
        }
    }

    /** What an argument of a function or a plugin holds, where that is more than any text. */
    static Optional<Content> ofArgument(String function, int index) {
        Content content = BY_ARGUMENT.get(function + " " + index);
        return Optional.ofNullable(content != null ? content : BY_ARGUMENT.get(function + " *"));
    }

    /** What a text or dynamic holds that meets a value of a type. */
    static Optional<Content> ofType(KqlType type) {
        return switch (type) {
            case BOOL -> Optional.of(BOOL);
            case INT, LONG -> Optional.of(WHOLE);
            case REAL, DECIMAL -> Optional.of(REAL);
            case STRING -> Optional.of(TEXT);
            case DATETIME -> Optional.of(DATETIME);
            case TIMESPAN -> Optional.of(TIMESPAN);
            case GUID -> Optional.of(GUID);
            case DYNAMIC, UNKNOWN -> Optional.empty();
        };
    }

    /** What a text or dynamic holds that is compared with a constant: an array where that is {@code "[]"}. */
    static Optional<Content> ofConstant(Value value) {
        if (value instanceof Value.Text(var text) && text.startsWith("[")) {
            return Optional.of(ARRAY);
        }
        if (value instanceof Value.Text(var text) && text.startsWith("{")) {
            return Optional.of(BAG);
        }
        return ofType(value.type());
    }
}

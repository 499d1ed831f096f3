package dev.kqlift.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an ASIM parser does with one of its filtering parameters.
 *
 * @param fields what the test is put to, of which one must pass; each a field and its aliases
 * @param otherwise the value where a call gives none
 */
public record ParserFilter(String parameter, Test test, List<Field> fields, Optional<String> otherwise) {
    private static final Pattern FORM = Pattern.compile("(\\w+):([a-z0-9-]+)\\(([\\w/|]+)\\)(?:=(\\w+))?");

    public ParserFilter {
        fields = List.copyOf(fields);
    }

    /** A test of a parser. */
    public enum Test {
        /** At that instant or later. */
        FROM,
        /** At that instant or before. */
        UNTIL,
        /** The value itself. */
        EQUALS,
        /** The value itself; {@code lookup} is an old word for {@code Query}. */
        EVENT_TYPE,
        /** One of the values. */
        IN,
        /** Some value as a term, as {@code has_any} finds it. */
        HAS_ANY,
        /** The same of an address, of which a parser may leave out the scheme that the value begins with. */
        URL_HAS_ANY,
        /** All values as terms. */
        HAS_ALL,
        /** The IPv4 address, as {@code has_ipv4} finds it. */
        HAS_IPV4,
        /** An IPv4 address that is, or begins with, some value, as {@code has_any_ipv4_prefix} finds it. */
        IP_PREFIX
    }

    /** The names of a field, its aliases behind it. */
    public record Field(List<String> names) {
        public Field {
            names = List.copyOf(names);
        }
    }

    /** The filter of a parameter in the form of the resource; empty for one that says none. */
    static Optional<ParserFilter> of(String text) {
        if (text.indexOf(':') < 0) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("not the filter of a parser: " + text);
        }
        Test test = Test.valueOf(matcher.group(2).replace('-', '_').toUpperCase(Locale.ROOT));
        List<Field> fields = Pattern.compile("\\|")
                .splitAsStream(matcher.group(3))
                .map(field -> new Field(List.of(field.split("/"))))
                .toList();
        return Optional.of(new ParserFilter(matcher.group(1), test, fields, Optional.ofNullable(matcher.group(4))));
    }
}

package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that take a text apart. */
final class ParseFunctions {
    private static final Pattern URL = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*)://(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^:/?#]*)(?::(\\d*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
    private static final Pattern PATH =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]+)://)?(([A-Za-z]:)?.*)", Pattern.DOTALL);

    private ParseFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("parse_url", ParseFunctions::url);
        table.strict("parse_urlquery", ParseFunctions::urlQuery);
        table.strict("parse_path", ParseFunctions::path);
        table.strict("parse_csv", ParseFunctions::csv);
        table.strict("parse_version", ParseFunctions::version);
        table.strict("parse_command_line", ParseFunctions::commandLine);
        table.strict("parse_xml", XmlText::parse);
    }

    private static Value text(@Nullable String text) {
        return new Value.Text(text == null ? "" : text);
    }

    // ---- addresses of pages

    private static Value url(Arguments a) {
        Matcher matcher = URL.matcher(a.text(0));
        if (!matcher.matches() || matcher.group(4).isEmpty()) {
            throw a.refuse("the text is no address with a scheme and a host");
        }
        String query = matcher.group(7) == null ? "" : matcher.group(7);
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(matcher.group(1)));
        parts.put("Host", text(matcher.group(4)));
        parts.put("Port", text(matcher.group(5)));
        parts.put("Path", text(matcher.group(6)));
        parts.put("Username", text(matcher.group(2)));
        parts.put("Password", text(matcher.group(3)));
        parts.put("Query Parameters", isPlain(query) ? parameters(a, query) : Nulls.DYNAMIC);
        parts.put("Fragment", text(matcher.group(8)));
        Map<String, Supplier<NotEvaluated>> uncertain = new LinkedHashMap<>();
        if (!isPlain(query)) {
            uncertain.put("Query Parameters", () -> a.refuse("parameters with escapes are not evaluated"));
        }
        if (!matcher.group(6).isEmpty()) {
            // The documentation shows the path without its first slash, other pages show it with it.
            uncertain.put("Path", () -> a.refuse("whether a path begins with its slash is not known"));
        }
        return new Value.Bag(uncertain.isEmpty() ? parts : new UncertainEntries(parts, uncertain));
    }

    private static boolean isPlain(String query) {
        return query.matches("(?:[^%+&=]+=[^%+&=]*(?:&[^%+&=]+=[^%+&=]*)*)?");
    }

    private static Value parameters(Arguments a, String query) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (parameters.put(pair.substring(0, equals), text(pair.substring(equals + 1))) != null) {
                throw a.refuse("a parameter stands twice");
            }
        }
        return new Value.Bag(parameters);
    }

    private static Value urlQuery(Arguments a) {
        String query = a.text(0);
        if (!isPlain(query) || query.contains("?") || query.contains("#")) {
            throw a.refuse("parameters with escapes are not evaluated");
        }
        return new Value.Bag(Map.of("Query Parameters", parameters(a, query)));
    }

    // ---- paths of files

    private static Value path(Arguments a) {
        Matcher matcher = PATH.matcher(a.text(0));
        if (!matcher.matches() || a.text(0).contains("?") || a.text(0).isEmpty()) {
            throw a.refuse("the path is in a form that is not evaluated");
        }
        String whole = matcher.group(2);
        String root = matcher.group(3) == null ? "" : matcher.group(3);
        int slash = Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\'));
        if (slash < 0 || slash < root.length() || slash == whole.length() - 1) {
            throw a.refuse("the path has no directory or no file name");
        }
        String directory = whole.substring(0, slash);
        String file = whole.substring(slash + 1);
        int stream = file.indexOf(':');
        String name = stream < 0 ? file : file.substring(0, stream);
        int above = Math.max(directory.lastIndexOf('/'), directory.lastIndexOf('\\'));
        int dot = name.lastIndexOf('.');
        if (directory.isEmpty() || directory.equals(root) || dot == 0 || dot == name.length() - 1) {
            throw a.refuse("the path is in a form that is not evaluated");
        }
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(matcher.group(1)));
        parts.put("RootPath", text(root));
        parts.put("DirectoryPath", text(directory));
        parts.put("DirectoryName", text(directory.substring(above + 1)));
        parts.put("Filename", text(name));
        parts.put("Extension", text(dot < 0 ? "" : name.substring(dot + 1)));
        parts.put("AlternateDataStreamName", text(stream < 0 ? "" : file.substring(stream + 1)));
        return new Value.Bag(parts);
    }

    // ---- records, versions, commands

    /** The first record of comma-separated values. */
    private static Value csv(Arguments a) {
        String text = a.text(0);
        List<Value> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    value.append(c);
                    i++;
                } else if (quoted || value.isEmpty()) {
                    quoted = !quoted;
                } else {
                    throw a.refuse("a quote stands inside of a value");
                }
            } else if (!quoted && c == ',') {
                values.add(text(value.toString()));
                value.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw a.refuse("a quote is not closed");
        }
        values.add(text(value.toString()));
        return a.result(values);
    }

    /** Up to four numbers of up to eight digits, put side by side. */
    private static Value version(Arguments a) {
        String text = a.text(0);
        if (!text.matches("\\d{1,8}(?:\\.\\d{1,8}){0,3}")) {
            return a.none();
        }
        BigDecimal number = BigDecimal.ZERO;
        String[] parts = text.split("\\.");
        for (int i = 0; i < 4; i++) {
            number = number.movePointRight(8).add(i < parts.length ? new BigDecimal(parts[i]) : BigDecimal.ZERO);
        }
        return new Value.Decimal(number);
    }

    /** The words of a command as Windows splits it: blanks part them, but not inside of quotes. */
    private static Value commandLine(Arguments a) {
        String text = a.text(0);
        if (!a.text(1).equalsIgnoreCase("windows") || text.contains("\\\"") || text.contains("\"\"")) {
            throw a.refuse("another kind of parser, or quotes that are escaped");
        }
        List<Value> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean open = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                open = true;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (open) {
                    words.add(text(word.toString()));
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (quoted || words.isEmpty() && !open) {
            throw a.refuse("a quote is not closed, or there is no command");
        }
        if (open) {
            words.add(text(word.toString()));
        }
        return a.result(words);
    }
}

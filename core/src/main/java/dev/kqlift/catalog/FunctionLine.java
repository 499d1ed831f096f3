package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form of a line of the function catalog, as the header of its resource describes it. */
final class FunctionLine {
    private static final int FIELDS = 6;

    private final FunctionKind kind;
    private final Map<String, List<String>> lists;

    private FunctionLine(FunctionKind kind, Map<String, List<String>> lists) {
        this.kind = kind;
        this.lists = lists;
    }

    static FunctionLine of(FunctionKind kind, List<String> header) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String line : header) {
            if (line.startsWith("@")) {
                int tab = line.indexOf('\t');
                lists.put(
                        line.substring(0, tab), List.of(line.substring(tab + 1).split("\\|")));
            }
        }
        return new FunctionLine(kind, lists);
    }

    /** The function of what follows its name and the tab. */
    Function parse(String name, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw malformed("line of " + name, line);
        }
        List<Signature> signatures = new ArrayList<>();
        for (String text : parts(fields[5], "; ")) {
            signatures.add(signature(text));
        }
        return new Function(
                name,
                kind,
                signatures,
                new ResultName(
                        ResultName.Rule.valueOf(constant(fields[0])),
                        optional(fields[1]).orElse("")),
                optional(fields[3]),
                Volatility.valueOf(constant(fields[2])),
                optional(fields[4]));
    }

    private Signature signature(String text) {
        int arrow = text.indexOf(") -> ");
        if (arrow < 1 || text.charAt(0) != '(') {
            throw malformed("signature", text);
        }
        List<Parameter> parameters = new ArrayList<>();
        if (arrow > 1) {
            for (String parameter : parts(text.substring(1, arrow), ", ")) {
                parameters.add(parameter(parameter));
            }
        }
        String result = text.substring(arrow + ") -> ".length());
        if (result.startsWith("columns(") && result.endsWith(")")) {
            List<ResultColumn> columns = new ArrayList<>();
            for (String column : parts(result.substring("columns(".length(), result.length() - 1), ", ")) {
                columns.add(column(column));
            }
            return new Signature(parameters, ReturnRule.COLUMNS, KqlType.UNKNOWN, columns);
        }
        Optional<KqlType> type = KqlType.ofName(result);
        return type.isPresent()
                ? new Signature(parameters, ReturnRule.DECLARED, type.get())
                : new Signature(parameters, rule(result), KqlType.UNKNOWN);
    }

    private Parameter parameter(String text) {
        int colon = text.indexOf(": ");
        if (colon < 1) {
            throw malformed("parameter", text);
        }
        int nameEnd = 0;
        while (nameEnd < colon && (Character.isLetterOrDigit(text.charAt(nameEnd)) || text.charAt(nameEnd) == '_')) {
            nameEnd++;
        }
        String name = text.substring(0, nameEnd);
        String often = text.substring(nameEnd, colon);
        String rest = text.substring(colon + 2);
        List<String> values = List.of();
        if (rest.endsWith("]")) {
            int bracket = rest.indexOf(" [");
            values = values(rest.substring(bracket + 2, rest.length() - 1));
            rest = rest.substring(0, bracket);
        }
        int space = rest.indexOf(' ');
        String types = space < 0 ? rest : rest.substring(0, space);
        ArgumentKind argument =
                space < 0 ? ArgumentKind.EXPRESSION : ArgumentKind.valueOf(constant(rest.substring(space + 1)));
        List<KqlType> declared = types(types);
        ParameterKind parameterKind =
                declared.isEmpty() ? ParameterKind.valueOf(constant(types)) : ParameterKind.DECLARED;
        return new Parameter(name, parameterKind, declared, min(often), max(often), argument, values);
    }

    private List<String> values(String text) {
        if (!text.startsWith("@")) {
            return List.of(text.split("\\|"));
        }
        List<String> list = lists.get(text);
        if (list == null) {
            throw malformed("list of values", text);
        }
        return list;
    }

    /** The types between the bars; none if it is the word of a kind. */
    private static List<KqlType> types(String text) {
        List<KqlType> types = new ArrayList<>();
        for (String word : text.split("\\|")) {
            KqlType.ofName(word).ifPresent(types::add);
        }
        return types;
    }

    private static int min(String often) {
        return switch (often) {
            case "", "+" -> 1;
            case "?", "*" -> 0;
            default -> Integer.parseInt(often.substring(1, often.indexOf(',')));
        };
    }

    private static int max(String often) {
        return switch (often) {
            case "", "?" -> 1;
            case "+", "*" -> Parameter.MANY;
            default -> {
                String number = often.substring(often.indexOf(',') + 1, often.length() - 1);
                yield number.isEmpty() ? Parameter.MANY : Integer.parseInt(number);
            }
        };
    }

    private static ResultColumn column(String text) {
        if (text.equals("*")) {
            return new ResultColumn.OfInput();
        }
        int brace = text.indexOf('{');
        if (brace >= 0) {
            int end = text.indexOf('}');
            int renamed = text.indexOf(" = ");
            String name = renamed < 0
                    ? text.substring(0, brace) + "{}" + text.substring(end + 1)
                    : text.substring(0, renamed);
            return new ResultColumn.OfArgument(text.substring(brace + 1, end), name);
        }
        int colon = text.indexOf(": ");
        if (colon < 1) {
            throw malformed("result column", text);
        }
        KqlType type = KqlType.ofName(text.substring(colon + 2)).orElseThrow(() -> malformed("result column", text));
        return new ResultColumn.Made(text.substring(0, colon), type);
    }

    private static ReturnRule rule(String word) {
        if (!word.startsWith("param")) {
            return ReturnRule.valueOf(constant(word));
        }
        String place = word.substring("param".length());
        return ReturnRule.valueOf(constant("parameter" + (place.startsWith("N") ? "-" + place : place)));
    }

    /** Unlike {@code String.split}, this needs no regular expression, whose classes would be loaded at the start. */
    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end = text.indexOf(separator);
        while (end >= 0) {
            parts.add(text.substring(start, end));
            start = end + separator.length();
            end = text.indexOf(separator, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Optional<String> optional(String field) {
        return field.equals("-") ? Optional.empty() : Optional.of(field);
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static IllegalStateException malformed(String what, String text) {
        return new IllegalStateException("function catalog: malformed " + what + ": " + text);
    }
}

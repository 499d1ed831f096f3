package dev.kqlift.sql;

import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Forms over text. */
final class TextForms {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    static final String ADDRESS = OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET;

    private final ScalarLowering scalars;
    private final SqlContext context;

    TextForms(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    /** The translated pattern; empty, and refused, where there is none. */
    private Optional<String> pattern(Scalar node, Scalar regex, Scalar text) {
        Optional<String> source = SqlForms.text(regex);
        if (source.isEmpty()) {
            context.refuse(node, "the regular expression is no constant");
            return Optional.empty();
        }
        return switch (RegexTranslation.of(source.get())) {
            case RegexTranslation.Refused refused -> {
                context.refuse(node, "the regular expression is not translated: " + refused.reason());
                yield Optional.empty();
            }
            case RegexTranslation.Translated translated -> {
                translated.assumptions().forEach(assumption -> context.assume(node, assumption, text));
                yield Optional.of(translated.pattern());
            }
        };
    }

    /** True where a pattern cannot match nothing; engines differ in where they find nothing. */
    private static boolean findsSomething(Scalar regex) {
        try {
            return SqlForms.text(regex)
                    .map(source -> !Pattern.compile(source).matcher("").find())
                    .orElse(false);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    Fragment extract(Scalar node, List<Scalar> arguments) {
        if (arguments.size() != 3) {
            return context.refuse(node, "an extracted text of another type is not translated");
        }
        Optional<Long> group = SqlForms.number(arguments.get(1));
        Optional<String> pattern = pattern(node, arguments.get(0), arguments.get(2));
        if (pattern.isEmpty() || group.isEmpty() || group.get() < 0 || group.get() > 9) {
            return context.refuse(node, "the group is no constant from 0 to 9");
        }
        int groups = groups(SqlForms.text(arguments.get(0)).orElse(""));
        if (group.get() > groups) {
            return context.refuse(node, "the pattern has no such group");
        }
        return SqlForms.primary(
                "regexp_extract(" + scalars.value(arguments.get(2)).text() + ", " + SqlLiterals.text(pattern.get())
                        + ", " + group.get() + ")");
    }

    private static int groups(String source) {
        try {
            return Pattern.compile(source.replace("(?P<", "(?<")).matcher("").groupCount();
        } catch (PatternSyntaxException e) {
            return 0;
        }
    }

    Fragment replaceRegex(Scalar node, List<Scalar> arguments) {
        Optional<String> replacement = SqlForms.text(arguments.get(2));
        Optional<String> pattern = pattern(node, arguments.get(1), arguments.get(0));
        if (pattern.isEmpty()) {
            return SqlContext.REFUSED;
        }
        if (replacement.isEmpty()
                || !replacement.get().matches("(?s)([^\\\\$]|\\\\[0-9])*")
                || !findsSomething(arguments.get(1))) {
            return context.refuse(
                    node,
                    "the replacement is no constant that both engines read alike, or the pattern may match nothing");
        }
        if (asksForMoreGroups(
                replacement.get(), groups(SqlForms.text(arguments.get(1)).orElse("")))) {
            return context.refuse(node, "the replacement asks for a group that the pattern does not have");
        }
        return SqlForms.primary(
                "regexp_replace(" + scalars.value(arguments.get(0)).text() + ", " + SqlLiterals.text(pattern.get())
                        + ", " + SqlLiterals.text(replacement.get()) + ", 'g')");
    }

    private static boolean asksForMoreGroups(String replacement, int groups) {
        return Pattern.compile("\\\\([0-9])")
                .matcher(replacement)
                .results()
                .anyMatch(group -> Integer.parseInt(group.group(1)) > groups);
    }

    Fragment replaceText(Scalar node, List<Scalar> arguments) {
        Optional<String> sought = SqlForms.text(arguments.get(1));
        if (sought.isEmpty() || sought.get().isEmpty()) {
            return context.refuse(node, "the text to replace is empty or no constant");
        }
        return SqlForms.primary("replace(" + scalars.value(arguments.get(0)).text() + ", "
                + scalars.value(arguments.get(1)).text() + ", "
                + scalars.value(arguments.get(2)).text() + ")");
    }

    /** The pattern is cut off once on each side. */
    Fragment trim(Scalar node, List<Scalar> arguments, boolean start, boolean end) {
        Optional<String> pattern = pattern(node, arguments.get(0), arguments.get(1));
        if (pattern.isEmpty()) {
            return SqlContext.REFUSED;
        }
        String result = scalars.value(arguments.get(1)).text();
        if (start) {
            result = "regexp_replace(" + result + ", " + SqlLiterals.text("^(?:" + pattern.get() + ")") + ", '')";
        }
        if (end) {
            result = "regexp_replace(" + result + ", " + SqlLiterals.text("(?:" + pattern.get() + ")$") + ", '')";
        }
        return SqlForms.primary(result);
    }

    /** Counts from 0, negative from the end; what lies outside is empty. */
    Fragment substring(Scalar node, List<Scalar> arguments) {
        String text = scalars.value(arguments.get(0)).text();
        Optional<Long> start = SqlForms.number(arguments.get(1));
        if (start.isEmpty() || Math.abs(start.get()) > Integer.MAX_VALUE) {
            return context.refuse(node, "the start is no constant of 32 bits");
        }
        String length = "";
        if (arguments.size() == 3) {
            Optional<Long> constant = SqlForms.number(arguments.get(2));
            if (constant.isEmpty() || constant.get() < 0 || constant.get() > Integer.MAX_VALUE) {
                return context.refuse(node, "the length is no constant, or negative");
            }
            length = ", " + constant.get();
        }
        // A start before the text's own start gives nothing in KQL; the target would begin at the text's start.
        if (start.get() < 0) {
            String cut = "substring(" + text + ", " + start.get() + length + ")";
            return SqlForms.primary(
                    "CASE WHEN length(" + text + ") >= " + -start.get() + " THEN " + cut + " ELSE '' END");
        }
        return SqlForms.primary("substring(" + text + ", " + (start.get() + 1) + length + ")");
    }

    Fragment indexOf(Scalar node, List<Scalar> arguments) {
        Optional<String> sought = SqlForms.text(arguments.get(1));
        if (arguments.size() != 2 || sought.isEmpty() || sought.get().isEmpty()) {
            return context.refuse(node, "the sought text is empty or no constant, or a start is given");
        }
        return new Fragment(
                "strpos(" + scalars.value(arguments.get(0)).text() + ", " + SqlLiterals.text(sought.get()) + ") - 1",
                SqlStrengths.ADD);
    }

    Fragment split(Scalar node, List<Scalar> arguments) {
        Optional<String> delimiter = SqlForms.text(arguments.get(1));
        if (delimiter.isEmpty() || delimiter.get().isEmpty()) {
            return context.refuse(node, "the delimiter is empty or no constant");
        }
        String parts = "string_split(" + scalars.value(arguments.get(0)).text() + ", "
                + SqlLiterals.text(delimiter.get()) + ")";
        if (arguments.size() == 2) {
            return SqlForms.primary("to_json(" + parts + ")");
        }
        Optional<Long> index = SqlForms.number(arguments.get(2));
        if (index.isEmpty() || index.get() < 0) {
            return context.refuse(node, "the index is no constant from 0 on");
        }
        // With an index the result is still an array, of that one item.
        return SqlForms.primary("to_json(" + parts + "[" + (index.get() + 1) + ":" + (index.get() + 1) + "])");
    }

    Fragment ipv4InRange(Scalar node, List<Scalar> arguments) {
        Optional<String> range = arguments.size() == 2 ? SqlForms.text(arguments.get(1)) : Optional.empty();
        Optional<long[]> bounds = range.flatMap(TextForms::bounds);
        if (bounds.isEmpty() || arguments.getFirst().type() != KqlType.STRING) {
            return context.refuse(node, "the range is no constant IPv4 range");
        }
        String ip = scalars.value(arguments.getFirst()).text();
        StringBuilder number = new StringBuilder();
        long[] weights = {16777216, 65536, 256, 1};
        for (int i = 0; i < 4; i++) {
            number.append(i == 0 ? "" : " + ")
                    .append("TRY_CAST(split_part(")
                    .append(ip)
                    .append(", '.', ")
                    .append(i + 1)
                    .append(") AS BIGINT) * ")
                    .append(weights[i]);
        }
        return SqlForms.primary("CASE WHEN regexp_full_match(" + ip + ", " + SqlLiterals.text(ADDRESS) + ") THEN "
                + number + " BETWEEN " + bounds.get()[0] + " AND " + bounds.get()[1] + " END");
    }

    private static Optional<long[]> bounds(String range) {
        java.util.regex.Matcher matcher =
                Pattern.compile(ADDRESS + "(/([0-9]|[12][0-9]|3[0-2]))?").matcher(range);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            address = address * 256 + Long.parseLong(matcher.group(i));
        }
        int bits = matcher.group(6) == null ? 32 : Integer.parseInt(matcher.group(6));
        long size = 1L << 32 - bits;
        long first = address / size * size;
        return Optional.of(new long[] {first, first + size - 1});
    }
}

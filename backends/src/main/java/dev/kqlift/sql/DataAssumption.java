package dev.kqlift.sql;

import dev.kqlift.types.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A condition on data under which a translation is exact. Of a table's data the reader is told; data that the query carries
 * itself is checked, and what might break the condition is refused.
 */
enum DataAssumption {
    INT_TEXTS(
            "texts of numbers are decimal digits after an optional minus sign, or hexadecimal digits after `0x`, and fit into "
                    + "the type",
            texts(text -> wholeNumber(text, 9, 7))),
    LONG_TEXTS(
            "texts of numbers are decimal digits after an optional minus sign, or hexadecimal digits after `0x`, and fit into "
                    + "the type",
            texts(text -> wholeNumber(text, 18, 15))),
    REAL_TEXTS(
            "texts of numbers begin and end with a digit, after an optional minus sign",
            texts(DataAssumption::realNumber)),
    BOOL_TEXTS(
            "texts of truth values are `true`, `false` or whole numbers of at most nine digits",
            texts(text -> text.matches("-?[0-9]{1,9}|\\s*[01]\\.0\\s*") || !mayBeNumber(text))),
    INSTANT_TEXTS(
            "texts are ISO 8601 instants in UTC of whole microseconds, or no instants at all",
            texts(text -> Patterns.INSTANT.matcher(text).matches()
                    || !Patterns.DIGIT.matcher(text).find())),
    JSON_TEXTS(
            "texts are JSON by the letter in which no key occurs twice, or no JSON at all",
            texts(text -> JsonLetter.isJson(text) || !JsonLetter.looksLikeJson(text))),
    BASE64_TEXTS(
            "texts are base64 with padding",
            texts(text ->
                    text.length() % 4 == 0 && Patterns.BASE64.matcher(text).matches())),
    ADDRESS_TEXTS(
            "addresses are plain, without a network length or leading zeros",
            texts(text -> Patterns.ADDRESS.matcher(text).matches()
                    || !Patterns.NEAR_ADDRESS.matcher(text).matches())),
    ONE_CASE_EACH(
            "letters outside of ASCII have one upper and one lower case each", texts(DataAssumption::oneCaseEach)),
    ASCII_WORDS("no letter or digit outside of ASCII stands at a word bound", texts(DataAssumption::ascii)),
    PLAIN_TERMS("terms are letters and decimal digits without combining marks", texts(DataAssumption::plainTerms)),
    PLAIN_DYNAMIC(
            "the value is a text, a whole number, a bool or missing; arrays, bags and real numbers may be written in another "
                    + "way",
            DataAssumption::plainDynamic),
    NO_EMPTY_DYNAMIC("no dynamic value is an empty text, which may count as missing", texts(text -> !text.isEmpty())),
    FINITE(
            "no number is NaN, infinite or a negative zero",
            value -> !(value instanceof Value.Real(double number))
                    || Double.isFinite(number) && !isNegativeZero(number));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String condition;
    private final Predicate<Value> holds;

    DataAssumption(String condition, Predicate<Value> holds) {
        this.condition = condition;
        this.holds = holds;
    }

    static Optional<DataAssumption> ofWord(String word) {
        return Arrays.stream(values())
                .filter(assumption -> assumption.word.equals(word))
                .findFirst();
    }

    /** True for a condition that holds for all rules and is told once, on the page of the backend. */
    boolean standing() {
        return this == ONE_CASE_EACH || this == PLAIN_TERMS;
    }

    /** The condition as a sentence for the reader. */
    String sentence() {
        return "exact where " + condition;
    }

    String condition() {
        return condition;
    }

    /** True where the value certainly keeps the condition. */
    boolean holds(Value value) {
        return holds.test(value);
    }

    private static final class Patterns {
        static final Pattern INSTANT = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}"
                + "([ T]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6}0?)?)?)?Z?");
        static final Pattern DIGIT = Pattern.compile("\\p{N}");
        static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
        static final Pattern ADDRESS = Pattern.compile(TextForms.ADDRESS);
        static final Pattern NEAR_ADDRESS = Pattern.compile("[\\s0-9./xXa-fA-F]*[0-9][\\s0-9./xXa-fA-F]*");
    }

    /** A predicate over the text of a value and over all texts inside of it. */
    private static Predicate<Value> texts(Predicate<String> holds) {
        return new Predicate<>() {
            @Override
            public boolean test(Value value) {
                return switch (value) {
                    case Value.Text text -> holds.test(text.value());
                    case Value.Array array -> array.items().stream().allMatch(this);
                    case Value.Bag bag ->
                        bag.entries().entrySet().stream()
                                .allMatch(entry -> holds.test(entry.getKey()) && test(entry.getValue()));
                    case Value.Bool ignored -> true;
                    case Value.Whole ignored -> true;
                    case Value.Real ignored -> true;
                    case Value.Decimal ignored -> true;
                    case Value.DateTime ignored -> true;
                    case Value.TimeSpan ignored -> true;
                    case Value.Guid ignored -> true;
                    case Value.Null ignored -> true;
                };
            }
        };
    }

    private static boolean mayBeNumber(String text) {
        return text.matches(
                "(?s)[\\s+\\-.,_'$%()0-9eExXa-fA-F\\p{N}]*\\p{N}[\\s+\\-.,_'$%()0-9eExXa-fA-F\\p{N}hHlLuU]*");
    }

    private static boolean wholeNumber(String text, int digits, int hexadecimal) {
        return text.matches("-?[0-9]{1," + digits + "}|0[xX][0-9a-fA-F]{1," + hexadecimal + "}|-?[0-9]+\\.[0-9]+")
                || !mayBeNumber(text);
    }

    private static boolean realNumber(String text) {
        boolean known = text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?|[0-9]+(_[0-9]+)+|0b[01]+"
                + "|\\s*[Nn]a[Nn]\\s*|INF|[+-]?([Ii]nf|[Ii]nfinity)");
        return known || !mayBeNumber(text) && !text.matches("(?is)\\W*(nan|inf|infinity)\\W*");
    }

    static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static boolean oneCaseEach(String text) {
        return text.codePoints().allMatch(DataAssumption::oneCase);
    }

    private static boolean oneCase(int point) {
        if (point < 128 || !Character.isLetter(point) && !Character.isAlphabetic(point)) {
            return true;
        }
        String letter = Character.toString(point);
        String upper = letter.toUpperCase(Locale.ROOT);
        String lower = letter.toLowerCase(Locale.ROOT);
        boolean cased = Character.isUpperCase(point) || Character.isLowerCase(point) || Character.isTitleCase(point);
        if (!cased) {
            return upper.equals(letter) && lower.equals(letter);
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        boolean common = script == Character.UnicodeScript.LATIN
                || script == Character.UnicodeScript.CYRILLIC
                // The last sigma of a Greek word has a form of its own.
                || script == Character.UnicodeScript.GREEK && !"Σσς".contains(letter);
        return common
                && upper.toLowerCase(Locale.ROOT).equals(lower)
                && lower.toUpperCase(Locale.ROOT).equals(upper)
                && !upper.equals(lower)
                && (letter.equals(upper) || letter.equals(lower))
                && !ascii(upper)
                && !ascii(lower);
    }

    /** Whether marks, letters of other kinds and digits that are no decimals belong to a term is not settled. */
    private static boolean plainTerms(String text) {
        return text.codePoints()
                .allMatch(point -> point < 128
                        || switch (Character.getType(point)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK,
                                    Character.MODIFIER_LETTER,
                                    Character.LETTER_NUMBER,
                                    Character.OTHER_NUMBER,
                                    Character.FORMAT -> false;
                            default -> true;
                        });
    }

    private static boolean isNegativeZero(double number) {
        return number == 0 && 1 / number < 0;
    }

    private static boolean plainDynamic(Value value) {
        return switch (value) {
            case Value.Text ignored -> true;
            case Value.Whole ignored -> true;
            case Value.Bool ignored -> true;
            case Value.Null ignored -> true;
            case Value.Array array -> plainItems(array.items());
            case Value.Bag bag ->
                bag.entries().keySet().stream().allMatch(DataAssumption::writtenAsItIs)
                        && plainItems(List.copyOf(bag.entries().values()));
            case Value.Real ignored -> false;
            case Value.Decimal ignored -> false;
            case Value.DateTime ignored -> false;
            case Value.TimeSpan ignored -> false;
            case Value.Guid ignored -> false;
        };
    }

    private static boolean plainItems(List<Value> items) {
        return items.stream()
                .allMatch(item -> item instanceof Value.Text(String text) ? writtenAsItIs(text) : plainDynamic(item));
    }

    /** True for a text that stands in JSON without any escape. */
    private static boolean writtenAsItIs(String text) {
        return text.matches("[ -~&&[^\"\\\\/<>&'+]]*");
    }
}

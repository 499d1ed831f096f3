package dev.kqlift.lint;

import dev.kqlift.document.Datum;
import dev.kqlift.document.Iso8601Span;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.ScalarText;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys of a Sentinel rule, alike for YAML files and ARM templates. What is asked for and cannot be known, because a
 * template expression stands in its place, is said to be not checked.
 */
final class RuleKeys {
    private static final List<String> SCHEDULE_AND_TRIGGER =
            List.of("queryFrequency", "queryPeriod", "triggerOperator", "triggerThreshold");
    private static final List<String> SIGNS_OF_ANALYTICS = List.of(
            "severity", "queryFrequency", "queryPeriod", "triggerOperator", "suppressionEnabled", "entityMappings");

    private final RuleDocument document;
    private final Datum.Mapping keys;
    private final RuleContext context;

    private RuleKeys(RuleDocument document, Datum.Mapping keys, RuleContext context) {
        this.document = document;
        this.keys = keys;
        this.context = context;
    }

    /** The keys of a rule of any kind that has some; empty for bare queries and where the file is broken. */
    static Optional<RuleKeys> of(RuleDocument document, RuleContext context) {
        if (document.fields().isEmpty()) {
            if (document.kind() != RuleKind.QUERY) {
                context.notChecked("the keys of the rule cannot be read");
            }
            return Optional.empty();
        }
        return Optional.of(new RuleKeys(document, document.fields().get(), context));
    }

    /** The keys of an analytics rule, scheduled or near real time; empty for whatever is none. */
    static Optional<RuleKeys> ofAnalyticsRule(RuleDocument document, RuleContext context) {
        return of(document, context).filter(RuleKeys::isAnalyticsRule);
    }

    /** The keys of a rule that runs by a schedule. */
    static Optional<RuleKeys> ofScheduledRule(RuleDocument document, RuleContext context) {
        return ofAnalyticsRule(document, context).filter(keys -> !keys.isNrt());
    }

    /** The keys of a rule that runs near real time. */
    static Optional<RuleKeys> ofNrtRule(RuleDocument document, RuleContext context) {
        return ofAnalyticsRule(document, context).filter(RuleKeys::isNrt);
    }

    private boolean isAnalyticsRule() {
        return switch (document.kind()) {
            case SCHEDULED, NRT -> true;
            // Saved queries are resources of templates as well.
            case ARM ->
                isKind("scheduled") || isNrt() || SIGNS_OF_ANALYTICS.stream().anyMatch(keys::has);
            case HUNTING, DEFENDER, QUERY -> false;
        };
    }

    private boolean isNrt() {
        return document.kind() == RuleKind.NRT || isKind("nrt");
    }

    private boolean isKind(String word) {
        return keys.scalar("kind")
                .map(kind -> kind.value().strip().toLowerCase(Locale.ROOT))
                .filter(word::equals)
                .isPresent();
    }

    /**
     * True for a file that calls itself scheduled and has nothing that a schedule needs. Hunting queries are found with such
     * a kind; one finding says so in place of one for each key that they lack.
     */
    boolean isScheduledInNameOnly() {
        return !inTemplate()
                && isKind("scheduled")
                && SCHEDULE_AND_TRIGGER.stream().noneMatch(keys::has);
    }

    /** True for a rule of an ARM template. */
    boolean inTemplate() {
        return document.kind() == RuleKind.ARM;
    }

    Datum.Mapping mapping() {
        return keys;
    }

    /** Where a key that is missing is reported: the first key of the rule. */
    Span place() {
        return place(keys);
    }

    /** Where a key that is missing in a mapping is reported. */
    static Span place(Datum.Mapping mapping) {
        return mapping.entries().isEmpty()
                ? mapping.span()
                : mapping.entries().getFirst().key().span();
    }

    /** The key of the rule's name. */
    String nameKey() {
        return inTemplate() ? "displayName" : "name";
    }

    /** The text of a key of the rule that stands in the file. */
    Optional<Datum.Scalar> text(String key) {
        return text(keys, key);
    }

    /** The text of a key of a mapping that stands in the file. */
    Optional<Datum.Scalar> text(Datum.Mapping mapping, String key) {
        return mapping.scalar(key).filter(scalar -> isKnown(scalar, key));
    }

    /** The length of time that a key of the rule states; empty where it states none, or no length. */
    Optional<Located<Duration>> duration(String key) {
        return text(key)
                .flatMap(text ->
                        Iso8601Span.parse(text.value().strip()).map(duration -> new Located<>(duration, text.span())));
    }

    /** The items of a list; none where the key has no list. */
    List<Datum> items(Datum.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Datum.Sequence.class::isInstance)
                .map(Datum.Sequence.class::cast)
                .map(Datum.Sequence::items)
                .orElse(List.of());
    }

    /** The texts of a list, or the one text that stands in its place; template expressions are left out. */
    List<Datum.Scalar> texts(String key) {
        Optional<Datum.Scalar> single = text(key);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        List<Datum.Scalar> texts = new ArrayList<>();
        for (Datum item : items(keys, key)) {
            if (item instanceof Datum.Scalar scalar && !scalar.isNull() && isKnown(scalar, key)) {
                texts.add(scalar);
            }
        }
        return texts;
    }

    /** False for a template expression, whose value is not in the file; the check then says so. */
    boolean isKnown(Datum.Scalar scalar, String key) {
        boolean expression = inTemplate() && isExpression(scalar.value());
        if (expression) {
            context.notChecked("`" + key + "` is a template expression");
        }
        return !expression;
    }

    private static boolean isExpression(String value) {
        return value.length() > 2
                && value.charAt(0) == '['
                && Character.isLetter(value.charAt(1))
                && value.charAt(value.length() - 1) == ']';
    }

    /** Reports a key that is missing, or that has nothing or an empty text. */
    Optional<FindingBuilder> require(String key, String help) {
        Optional<Datum.Entry> entry = keys.entry(key);
        if (entry.isEmpty()) {
            return Optional.of(context.reportInFile(place(), "the rule has no `" + key + "`")
                    .help(help));
        }
        if (isEmpty(entry.get().value())) {
            return Optional.of(context.reportInFile(entry.get().key().span(), "`" + key + "` is empty")
                    .help(help));
        }
        return Optional.empty();
    }

    private static boolean isEmpty(Datum value) {
        return switch (value) {
            case Datum.Scalar scalar -> scalar.value().isBlank();
            case Datum.Sequence sequence -> sequence.items().isEmpty();
            case Datum.Mapping mapping -> false;
        };
    }

    /** Reports a text of more characters than the limit. */
    void limit(String key, int characters) {
        text(key).ifPresent(text -> {
            int length = text.value().codePointCount(0, text.value().length());
            if (length > characters) {
                context.reportInFile(
                                text.span(),
                                "`" + key + "` has %,d characters; the limit is %,d".formatted(length, characters))
                        .help("shorten it");
            }
        });
    }

    /** All texts of the rule, keys aside, in the order of the file. */
    List<Datum.Scalar> allTexts() {
        List<Datum.Scalar> texts = new ArrayList<>();
        collect(keys, texts);
        return texts;
    }

    private static void collect(Datum datum, List<Datum.Scalar> texts) {
        switch (datum) {
            case Datum.Scalar scalar -> {
                if (!scalar.isNull()) {
                    texts.add(scalar);
                }
            }
            case Datum.Sequence sequence -> sequence.items().forEach(item -> collect(item, texts));
            case Datum.Mapping mapping -> mapping.entries().forEach(entry -> collect(entry.value(), texts));
        }
    }

    /** A text with the place of each of its characters. */
    EmbeddedText placed(Datum.Scalar scalar) {
        return ScalarText.of(document.file().text().text(), scalar);
    }
}

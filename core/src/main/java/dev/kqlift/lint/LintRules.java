package dev.kqlift.lint;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks, by code. */
public final class LintRules {
    private static final List<Registered> ALL = load();
    private static final List<CheckInfo> INFOS = Stream.concat(
                    SuppressionChecks.ALL.stream(), ALL.stream().map(Registered::info))
            .sorted(Comparator.comparing(CheckInfo::code))
            .toList();

    private LintRules() {}

    /** A check and its label. */
    record Registered(CheckInfo info, LintRule rule) {}

    /** The labels of all checks, by code. */
    public static List<CheckInfo> infos() {
        return INFOS;
    }

    /** The label of a code. */
    public static Optional<CheckInfo> info(String code) {
        return infos().stream().filter(info -> info.code().equals(code)).findFirst();
    }

    static List<Registered> all() {
        return ALL;
    }

    private static List<Registered> load() {
        List<Registered> rules = new ArrayList<>();
        for (Class<?> type : LintRule.class.getPermittedSubclasses()) {
            rules.add(new Registered(CheckInfo.of(type.getAnnotation(RuleInfo.class)), instance(type)));
        }
        rules.sort(Comparator.comparing(rule -> rule.info().code()));
        return List.copyOf(rules);
    }

    /** A check has no state and a constructor without arguments: the list in {@code permits} is the only registration. */
    private static LintRule instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return (LintRule) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}

package dev.kqlift.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.reports.site.view.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates place; they do not decide, and they do not turn escaping off. */
final class TemplateDisciplineTest {
    private static final Pattern TAG = Pattern.compile("\\[(/?[#@])([a-z.]+)([^\\]]*)]");
    private static final Pattern INTERPOLATION = Pattern.compile("\\[=([^\\]]*)]");
    private static final Set<String> DIRECTIVES =
            Set.of("list", "items", "sep", "if", "else", "include", "import", "macro");
    private static final String NAME = "[a-z][A-Za-z]*";
    private static final String PATH = NAME + "(\\." + NAME + ")*";
    private static final Pattern ARGUMENTS = Pattern.compile(String.join(
            "|",
            "",
            PATH,
            PATH + "\\?\\?",
            PATH + " as " + NAME,
            "as " + NAME,
            "\"[a-z]+\\.ftl\"( as " + NAME + ")?",
            NAME + "( " + NAME + ")*",
            "(" + NAME + "=(" + PATH + "|\"[a-z]*\") )*/"));

    @Test
    void everyTemplateOnlyPlaces() throws IOException {
        List<Path> templates;
        Path folder = SiteFixture.root().resolve("reports/src/main/resources/dev/kqlift/reports/site");
        try (Stream<Path> paths = Files.list(folder)) {
            templates = paths.filter(path -> path.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
        assertThat(templates).hasSizeGreaterThan(10);
        for (Path template : templates) {
            assertThat(faults(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void decisionsAreFound() {
        for (String fault : List.of(
                "[#if a > 1]x[/#if]",
                "[#if a != \"\"]x[/#if]",
                "[#if a?has_content]x[/#if]",
                "[=name?upper_case]",
                "[=name?no_esc]",
                "[#noautoesc]x[/#noautoesc]",
                "[#assign x = 1]",
                "[=a + b]",
                "${name}",
                "[@rows of=a+b /]")) {
            assertThat(faults(fault)).as(fault).isNotEmpty();
        }
        assertThat(
                        faults(
                                "[#list parts as part][=part.name][#sep],[/#sep][/#list][@parts.rows of=page.rows look=\"\" /]"))
                .isEmpty();
    }

    private static List<String> faults(String template) {
        List<String> faults = new ArrayList<>();
        if (template.contains("${") || template.contains("<#")) {
            faults.add("the other syntax");
        }
        Matcher tags = TAG.matcher(template);
        while (tags.find()) {
            boolean known = tags.group(1).endsWith("@") || DIRECTIVES.contains(tags.group(2));
            if (!known || !ARGUMENTS.matcher(tags.group(3).strip()).matches()) {
                faults.add(tags.group());
            }
        }
        Matcher values = INTERPOLATION.matcher(template);
        while (values.find()) {
            if (!values.group(1).matches(PATH)) {
                faults.add(values.group());
            }
        }
        return faults;
    }

    @Test
    void everyViewIsARecordAndOnTheList() throws IOException {
        Set<String> listed = new HashSet<>();
        for (Class<?> view : View.class.getPermittedSubclasses()) {
            assertThat(view.isRecord()).as(view.getName()).isTrue();
            listed.add(view.getName());
        }
        for (Class<?> view : View.class.getPermittedSubclasses()) {
            assertThat(Arrays.stream(view.getDeclaredClasses()).map(Class::getName))
                    .isSubsetOf(listed);
        }
    }
}

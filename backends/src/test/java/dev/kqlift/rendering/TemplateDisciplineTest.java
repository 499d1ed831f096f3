package dev.kqlift.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.sql.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates place; they do not decide. */
final class TemplateDisciplineTest {
    private static final Pattern TAG = Pattern.compile("\\[/?#([a-z]+)([^\\]]*)]");
    private static final Pattern INTERPOLATION = Pattern.compile("\\[=([^\\]]*)]");
    private static final Set<String> DIRECTIVES =
            Set.of("list", "items", "sep", "if", "else", "include", "import", "macro");
    private static final Pattern PATH = Pattern.compile("[a-z][A-Za-z]*(\\.[a-z][A-Za-z_]*)*");
    private static final Pattern LOOP = Pattern.compile("(" + PATH + " )?(as [a-z][A-Za-z]*)?|" + PATH);

    @Test
    void everyTemplateOnlyPlaces() throws IOException {
        List<Path> templates;
        try (Stream<Path> paths = Files.walk(ProjectFolder.root().resolve("backends/src/main/resources"))) {
            templates = paths.filter(path -> path.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
        assertThat(templates).isNotEmpty();
        for (Path template : templates) {
            assertThat(faults(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void decisionsAreFound() {
        assertThat(faults("[#if a > 1]x[/#if]")).isNotEmpty();
        assertThat(faults("[=name?upper_case]")).isNotEmpty();
        assertThat(faults("[#assign x = 1]")).isNotEmpty();
        assertThat(faults("[=a + b]")).isNotEmpty();
        assertThat(faults("${name}")).isNotEmpty();
        assertThat(faults("[#list parts as part][=part.name][#sep],[/#sep][/#list]"))
                .isEmpty();
    }

    private static List<String> faults(String template) {
        List<String> faults = new ArrayList<>();
        if (template.contains("${") || template.contains("<#")) {
            faults.add("the other syntax");
        }
        Matcher tags = TAG.matcher(template);
        while (tags.find()) {
            if (!DIRECTIVES.contains(tags.group(1))
                    || !LOOP.matcher(tags.group(2).strip()).matches()) {
                faults.add(tags.group());
            }
        }
        Matcher values = INTERPOLATION.matcher(template);
        while (values.find()) {
            if (!PATH.matcher(values.group(1)).matches()) {
                faults.add(values.group());
            }
        }
        return faults;
    }

    private static RuleView view(String text) {
        return new RuleView(List.of(), new RuleBody(List.of(), text, new LinkedHashMap<>(Map.of())));
    }

    @Test
    void textThatLooksLikeATemplateIsPlacedAsItIs() {
        assertThat(TemplateEngine.of("t", "[=text]").render(view("[=text] ${x} [#list]")))
                .isEqualTo("[=text] ${x} [#list]");
    }

    @Test
    void aTemplateCannotReachClassesOrMissNames() {
        assertThatThrownBy(() -> TemplateEngine.of("t", "[=\"freemarker.template.utility.Execute\"?new()]")
                        .render(view("x")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TemplateEngine.of("t", "[=missing]").render(view("x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCommentStaysOnItsLine() {
        assertThat(CommentText.line("a\nb\r\nc\u2028d\u0085e\u000bf")).isEqualTo("a b c d e f");
        assertThat(CommentText.line("x */ y /* z **/ /*/")).doesNotContain("*/", "/*");
        assertThat(CommentText.line("\u202eabc\u0000\ud800")).isEqualTo("abc");
        assertThat(CommentText.line("x".repeat(5000))).hasSizeLessThan(400);
        assertThat(CommentText.line("")).isEmpty();
    }
}

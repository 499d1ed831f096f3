package dev.kqlift.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.corpus.facts.CorpusFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of the sample rules and of one hostile rule. */
final class SiteTest {
    private static final Set<String> TAGS = Set.of(
            "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "span", "kbd", "button",
            "main", "footer", "p", "h1", "h2", "h3", "section", "dl", "div", "dt", "dd", "svg", "rect", "form", "label",
            "input", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "ol", "li", "code",
            "mark", "pre", "article", "em", "strong", "b", "br");

    @TempDir
    static Path temporary;

    private static CorpusFacts facts;
    private static Map<String, String> files;

    @BeforeAll
    static void write() throws IOException {
        facts = SiteFixture.samplesAndHostile();
        Path folder = temporary.resolve("site");
        SiteWriter.write(facts, folder);
        files = read(folder);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> read = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                read.put(path, Files.readString(file));
            }
        }
        return read;
    }

    private static Map<String, Html> pages() {
        Map<String, Html> pages = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                pages.put(path, Html.of(text));
            }
        });
        return pages;
    }

    @Test
    void everyRuleHasAPageAndEveryPageIsWellFormed() {
        assertThat(files.keySet())
                .containsAll(facts.rules().stream()
                        .map(rule -> "rules/" + rule.slug() + ".html")
                        .toList());
        pages().forEach((path, page) -> assertThat(page.faults()).as(path).isEmpty());
        assertThat(files.values()).noneMatch(text -> text.contains("kqlift failed on this page"));
    }

    @Test
    void everyLinkLeadsToAPlaceOfTheSite() {
        Map<String, Html> pages = pages();
        Map<String, Set<String>> anchors = new TreeMap<>();
        pages.forEach((path, page) -> anchors.put(path, anchors(path, page)));
        Set<String> broken = new TreeSet<>();
        pages.forEach((path, page) -> page.tags().forEach(tag -> {
            for (String name : List.of("href", "src")) {
                String target = tag.attributes().getOrDefault(name, "");
                if (!target.isEmpty() && !isExternal(target) && !resolves(path, target, anchors)) {
                    broken.add(path + " → " + target);
                }
            }
        }));
        assertThat(broken).isEmpty();
    }

    private static Set<String> anchors(String path, Html page) {
        Set<String> ids = new HashSet<>();
        page.tags().stream()
                .map(tag -> tag.attributes().get("id"))
                .filter(id -> id != null)
                .forEach(id -> assertThat(ids.add(id)).as(path + "#" + id).isTrue());
        return ids;
    }

    private static boolean resolves(String path, String target, Map<String, Set<String>> anchors) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        String page = file.isEmpty()
                ? path
                : Path.of("/", path)
                        .getParent()
                        .resolve(file)
                        .normalize()
                        .toString()
                        .substring(1)
                        .replace('\\', '/');
        return files.containsKey(page) && (hash < 0 || anchors.get(page).contains(target.substring(hash + 1)));
    }

    private static boolean isExternal(String target) {
        return target.startsWith("http");
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        pages().forEach((path, page) -> {
            for (Html.Tag tag : page.tags()) {
                assertThat(tag.attributes().getOrDefault("src", "")).as(path).doesNotContain(":", "//");
                String href = tag.attributes().getOrDefault("href", "");
                if (href.contains(":") || href.startsWith("//")) {
                    assertThat(tag.name()).as(path).isEqualTo("a");
                    assertThat(href).as(path).matches("https?://.*");
                    assertThat(tag.attributes().get("rel")).as(path).contains("noopener");
                }
            }
        });
        files.forEach((path, text) -> {
            if (path.startsWith("assets/")) {
                assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                        .as(path)
                        .doesNotContain(
                                "http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "import(", "eval(");
            }
        });
    }

    @Test
    void pagesHoldNoScriptAndNoStyleOfTheirOwn() {
        files.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertThat(text)
                        .as(path)
                        .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'")
                        .doesNotContainPattern("<script(?! src=\")")
                        .doesNotContainPattern("<script[^>]*>[^<]");
            }
        });
        pages().forEach((path, page) -> page.tags().forEach(tag -> {
            assertThat(tag.attributes().keySet())
                    .as(path)
                    .noneMatch(name -> name.startsWith("on") || name.equals("style"));
            assertThat(TAGS).as(path).contains(tag.name());
        }));
    }

    @Test
    void aHostileRuleStaysText() {
        String slug = facts.rules().stream()
                .filter(rule -> rule.title().contains("alert(1)"))
                .findFirst()
                .orElseThrow()
                .slug();
        String page = files.get("rules/" + slug + ".html");
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;friends&quot; &#39;\\u202etxt</h1>")
                .contains("&lt;img src=x onerror=alert(3)&gt;")
                .contains("href=\"https://docs.contoso.example/a?b=1&amp;c=\"")
                .contains("(<a href=\"https://contoso.example/page\" rel=\"noopener noreferrer nofollow\">")
                .contains("&lt;script&gt;alert(11)&lt;/script&gt;")
                .contains("href=\"https://contoso.example/p.png\"")
                .doesNotContain("href=\"javascript:", "<img");
        // Emitted rules are shown as they are, so that they can be copied.
        assertThat(page.replaceAll("(?s)<pre[^>]*>.*?</pre>", "")).doesNotContain("\u202e", "\u2028");
        Set<String> scripts = new TreeSet<>();
        Html.of(page).tags().stream()
                .filter(tag -> tag.name().equals("script"))
                .forEach(tag -> scripts.add(tag.attributes().get("src")));
        assertThat(scripts).containsExactly("../assets/site.js", "../assets/theme.js");
        assertThat(files.keySet()).noneMatch(path -> path.contains("..") || path.contains("<") || path.contains("\""));
        assertThat(files.keySet())
                .filteredOn(path -> path.startsWith("attack/T"))
                .contains("attack/T1078.html");
    }

    @Test
    void dataScriptsCallOneFunctionWithPlainData() {
        files.forEach((path, text) -> {
            if (path.startsWith("search/")) {
                String name = path.substring("search/".length(), path.length() - ".js".length());
                assertThat(text)
                        .as(path)
                        .startsWith("kqlift.add(\"" + name + "\", ")
                        .endsWith(");\n");
                assertThat(text.chars().allMatch(c -> c < 0x7f)).as(path).isTrue();
                assertThat(text.lines().count()).as(path).isEqualTo(1);
            }
        });
        assertThat(files).containsKeys("search/start.js", "search/rules-0.js", "search/names.js");
    }

    @Test
    void theSameRulesGiveTheSameBytes() throws IOException {
        Path again = temporary.resolve("again");
        SiteWriter.write(SiteFixture.samplesAndHostile(), again);
        Map<String, String> second = read(again);
        assertThat(second.keySet()).isEqualTo(files.keySet());
        List<String> different = new ArrayList<>();
        second.forEach((path, text) -> {
            if (!Arrays.equals(
                    text.getBytes(StandardCharsets.UTF_8), files.get(path).getBytes(StandardCharsets.UTF_8))) {
                different.add(path);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void theFirstPageIsReadableWithoutScriptsAndListsFewRules() {
        String page = files.get("index.html");
        assertThat(page).contains("Detection rules", "break-glass-account-used", "all/rules.html");
        assertThat(page.split("<tr>", -1).length - 2).isEqualTo(50);
        assertThat(page.length()).isLessThan(40_000);
    }

    @Test
    void aRulePageTellsWhatTheRuleLooksFor() {
        String page = files.get("rules/break-glass-account-used.html");
        assertThat(page)
                .contains("T1078.004 Valid Accounts: Cloud Accounts")
                .contains("id=\"L15\"", "href=\"../tables/signinlogs.html\"")
                .contains("emergency-one@contoso.example")
                .contains("<span class=k>where</span>")
                .contains("rows: approximate", "flow: exact")
                .contains("a &amp;&amp; b &lt;/pre&gt;");
    }
}

package dev.kqlift.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.corpus.facts.CorpusFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The site of the sample rules in a real browser, from a folder. */
@Tag("browser")
final class SiteInBrowserTest {
    private static final String ESCAPE = "\uE00C";
    private static final String ENTER = "\uE007";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path temporary;

    private static CorpusFacts facts;
    private static Path site;
    private static @Nullable Browser started;

    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = Browser.program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = Browser.program("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "SKIPPED: no chromium and chromedriver on the path; the site is not tested in a browser");
        facts = SiteFixture.samplesAndHostile();
        site = temporary.resolve("site");
        SiteWriter.write(facts, site);
        started = Browser.start(driver.get(), chromium.get(), temporary.resolve("profile"));
    }

    @AfterAll
    static void end() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void begin() throws IOException {
        browser = started;
        browser.size(1280, 900);
        browser.console();
        browser.requests();
    }

    @AfterEach
    void nothingWentWrongAndNothingLeftTheFolder() throws IOException {
        assertThat(browser.console()).isEmpty();
        List<String> requests = browser.requests();
        assertThat(requests)
                .isNotEmpty()
                .allMatch(address -> address.startsWith("file:") || address.startsWith("blob:"));
    }

    private void openList(String hash) throws IOException {
        browser.open(site.resolve("all/rules.html"), "");
        browser.open(site.resolve("index.html"), hash);
        browser.await("document.documentElement.dataset.ready");
    }

    private String text(String selector) throws IOException {
        return browser.run("return document.querySelector('" + selector + "').textContent")
                .asString();
    }

    private List<String> titles() throws IOException {
        return browser
                .run("return Array.from(document.querySelectorAll('[data-list] a.main'), a => a.textContent)")
                .values()
                .stream()
                .map(title -> title.asString())
                .toList();
    }

    private void search(String words) throws IOException {
        browser.run("document.querySelector('input[type=search]').focus()");
        browser.keys(words);
    }

    @Test
    void theListShowsAllRulesPageByPage() throws IOException {
        openList("");
        assertThat(text("#found")).isEqualTo(facts.rules().size() + " rules");
        assertThat(titles()).hasSize(50);
        browser.run("document.querySelectorAll('[data-list] .pager button')[1].click()");
        browser.await("document.querySelectorAll('[data-list] a.main').length === "
                + (facts.rules().size() - 50));
    }

    @Test
    void searchFindsValuesFieldsTablesAndNames() throws IOException {
        openList("");
        for (String words : List.of(
                "emergency-two@contoso.example",
                "break-glass",
                "t1078.004 sign",
                "3d24e434-3d9d-4fdd-8758-bba64ac49291")) {
            openList("");
            search(words);
            browser.await("document.querySelectorAll('[data-list] a.main').length < 50");
            assertThat(titles()).as(words).contains("Break-glass account used");
        }
        openList("");
        search("SigninLogs");
        browser.await("!document.querySelector('[data-jump]').hidden");
        assertThat(text("[data-jump]")).contains("table SigninLogs");
        search("nothinglikethis");
        browser.await("document.querySelector('[data-list] .empty')");
    }

    @Test
    void filtersAndOrderAreKeptInTheAddress() throws IOException {
        openList("#kind=nrt&sort=rule&down=1");
        List<String> down = titles();
        assertThat(down).hasSize((int) facts.rules().stream()
                .filter(rule -> rule.document().kind().word().equals("nrt"))
                .count());
        browser.run("document.querySelector('button.sort').click()");
        browser.await("!location.hash.includes('down')");
        browser.await("document.querySelector('th[aria-sort=ascending]')");
        assertThat(titles()).isEqualTo(down.reversed());
        browser.run("const s = document.querySelector('select[name=rows]'); s.value = 'unsupported';"
                + "s.dispatchEvent(new Event('change'))");
        browser.await("document.querySelector('[data-list] .empty')");
        browser.click("[data-reset]");
        browser.await("document.querySelectorAll('[data-list] a.main').length === 50");
    }

    @Test
    void keysMoveThroughTheListAndOpenARule() throws IOException {
        openList("");
        browser.keys("/");
        assertThat(browser.run("return document.activeElement.type").asString()).isEqualTo("search");
        browser.keys(ESCAPE);
        browser.keys("jjk");
        String first = titles().getFirst();
        assertThat(browser.run("return document.activeElement.textContent").asString())
                .isEqualTo(first);
        browser.keys(ENTER);
        browser.await("location.pathname.includes('/rules/')");
        browser.await("document.querySelector('h1').textContent === " + quoted(first));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void theChoiceOfColoursIsRemembered() throws IOException {
        Path rule = site.resolve("rules/break-glass-account-used.html");
        browser.command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
        browser.open(rule, "");
        String light = background();
        browser.click("[data-theme-toggle]");
        String dark = background();
        assertThat(dark).isNotEqualTo(light);
        browser.open(site.resolve("tables/index.html"), "");
        assertThat(background()).isEqualTo(dark);
        browser.keys("t");
        assertThat(background()).isEqualTo(light);
    }

    private String background() throws IOException {
        return browser.run("return getComputedStyle(document.body).backgroundColor")
                .asString();
    }

    @Test
    void anEmittedRuleIsCopiedAndSavedAsItIs() throws Exception {
        String expected = facts.rules().stream()
                .filter(rule -> rule.slug().equals("break-glass-account-used"))
                .flatMap(rule -> rule.translations().stream())
                .flatMap(translation -> translation.text().stream())
                .findFirst()
                .orElseThrow();
        browser.command("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        Path saved = Files.createDirectories(temporary.resolve("saved"));
        browser.command("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", saved.toString()));
        browser.open(site.resolve("rules/break-glass-account-used.html"), "");
        browser.click("#to-rows [data-copy]");
        browser.await("document.querySelector('#to-rows [data-copy]').textContent === 'Copied'");
        browser.run("navigator.clipboard.readText().then(text => document.documentElement.dataset.pasted = text)");
        browser.await("document.documentElement.dataset.pasted");
        assertThat(browser.run("return document.documentElement.dataset.pasted").asString())
                .isEqualTo(expected);
        browser.click("#to-rows [data-download]");
        // The page knows nothing of the saved file: it is asked in turn until the file is there.
        for (int i = 0; i < 100 && !Files.exists(saved.resolve("break-glass-account-used.sql")); i++) {
            browser.run("return new Promise(done => setTimeout(done, 50))");
        }
        assertThat(saved.resolve("break-glass-account-used.sql")).hasContent(expected);
    }

    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        browser.size(360, 740);
        for (Path page : pages()) {
            browser.open(page, "");
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .as(page.toString())
                    .isLessThanOrEqualTo(360);
        }
    }

    /** One page of each kind, and those of all sample rules that are hard to lay out. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> walk = Files.walk(site)) {
            List<Path> all = walk.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            Stream<Path> first = all.stream().filter(path -> path.endsWith("index.html") || isFirst(path, all));
            Stream<Path> rules = all.stream()
                    .filter(path -> path.getParent().endsWith("rules"))
                    .limit(25);
            return Stream.concat(first, rules).distinct().toList();
        }
    }

    private static boolean isFirst(Path page, List<Path> all) {
        return all.stream()
                .filter(other -> other.getParent().equals(page.getParent()))
                .findFirst()
                .filter(page::equals)
                .isPresent();
    }

    @Test
    void aHostileNameDoesNothing() throws IOException {
        openList("");
        search("alert(1)");
        browser.await("document.querySelectorAll('[data-list] a.main').length === 1");
        assertThat(titles().getFirst()).startsWith("<script>alert(1)</script>");
        browser.run("document.querySelector('[data-list] a.main').click()");
        browser.await("location.pathname.includes('/rules/')");
        assertThat(text("h1")).startsWith("<script>alert(1)</script>");
        assertThat(browser.run("return document.querySelectorAll('main script, main img, iframe').length")
                        .asInt())
                .isZero();
    }
}

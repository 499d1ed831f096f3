package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.site.view.FailedPage;
import dev.kqlift.reports.site.view.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes the static site of a corpus. */
public final class SiteWriter {
    private static final List<String> ASSETS = List.of("site.css", "theme.js", "site.js", "list.js", "icon.svg");

    private SiteWriter() {}

    /**
     * Writes the site; a site that was there before is replaced when the new one is complete.
     *
     * @param folder where it goes: a folder that does not exist, is empty, or holds a site
     * @return how many pages were written
     * @throws IOException where the folder holds something else or cannot be written; nothing is changed then
     */
    public static int write(CorpusFacts facts, Path folder) throws IOException {
        SiteLinks links = SiteLinks.of(facts);
        SitePlan plan = new SitePlan(facts, links);
        SiteTemplates templates = new SiteTemplates();
        try (SiteFolder site = SiteFolder.begin(folder)) {
            for (String asset : ASSETS) {
                site.write("assets/" + asset, resource(asset));
            }
            new SearchData(facts, links).files().forEach(site::write);
            List<Page> pages = plan.pages();
            AtomicReference<@Nullable UncheckedIOException> failure = new AtomicReference<>();
            pages.parallelStream().forEach(page -> write(page, plan.frame(page), templates, site, failure));
            UncheckedIOException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            site.finish();
            return pages.size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A failure ends the other threads' work before it is told: what is unfinished is then taken away under nobody. */
    private static void write(
            Page page,
            Frame frame,
            SiteTemplates templates,
            SiteFolder site,
            AtomicReference<@Nullable UncheckedIOException> failure) {
        if (failure.get() == null) {
            try {
                site.write(page.path(), text(page, frame, templates));
            } catch (UncheckedIOException e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    /** An exception here is our error; it costs the page and not the site. */
    private static String text(Page page, Frame frame, SiteTemplates templates) {
        try {
            return templates.render(page.template(), frame, page.view().get());
        } catch (RuntimeException | StackOverflowError defect) {
            String reason = defect.getClass().getSimpleName();
            return templates.render("failed", frame, new FailedPage(page.title(), reason));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SiteWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return in.readAllBytes();
        }
    }
}

package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

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
            pages.parallelStream()
                    .forEach(page -> site.write(
                            page.path(),
                            templates.render(
                                    page.template(), plan.frame(page), page.view().get())));
            site.finish();
            return pages.size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

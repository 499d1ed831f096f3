package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.View;
import java.util.function.Supplier;

/**
 * A page that will be written.
 *
 * @param path its path in the site
 * @param template its template
 * @param title its title
 * @param part the part of the site that it belongs to
 * @param view makes what it shows, when it is written and not before: there are many pages
 */
record Page(String path, String template, String title, Part part, Supplier<View> view) {
    /** The parts of the site, in the order of the navigation. */
    enum Part {
        RULES("Rules", "index.html"),
        INDICATORS("Indicators", "indicators/index.html"),
        TABLES("Tables", "tables/index.html"),
        ATTACK("ATT&CK", "attack/index.html"),
        FINDINGS("Findings", "findings/index.html"),
        TRANSLATIONS("Translations", "translations/index.html"),
        DUPLICATES("Duplicates", "duplicates/index.html");

        private final String title;
        private final String path;

        Part(String title, String path) {
            this.title = title;
            this.path = path;
        }

        String title() {
            return title;
        }

        String path() {
            return path;
        }
    }

    /** The way from the page to the root of the site. */
    String root() {
        return path.indexOf('/') < 0 ? "" : "../";
    }
}

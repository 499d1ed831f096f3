package dev.kqlift.lint;

/** The parts of the page of a check. */
public final class PageSections {
    private PageSections() {}

    /** The text under a heading of a page; empty where the page has no such heading. */
    public static String of(String page, String heading) {
        int start = page.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            return "";
        }
        int body = start + heading.length() + "\n## \n".length();
        int end = page.indexOf("\n## ", body - 1);
        return page.substring(body, end < 0 ? page.length() : end).strip();
    }
}

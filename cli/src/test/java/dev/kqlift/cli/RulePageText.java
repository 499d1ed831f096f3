package dev.kqlift.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a reader sees on the page of a rule, part by part. The markup is as simple as the site writes it. */
record RulePageText(String html) {
    private static final Pattern ROW = Pattern.compile("(?s)<tr>(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<td[^>]*>(.*?)</td>");
    private static final Pattern FACT = Pattern.compile("(?s)<div><dt>(.*?)</dt><dd>(.*?)</dd></div>");
    private static final Pattern STAGE = Pattern.compile(
            "(?s)<span class=\"index\">(.*?)</span><span class=\"op\">(.*?)</span>.*?<code class=\"text\">(.*?)</code>");
    private static final Pattern LINE =
            Pattern.compile("(?s)<div class=\"line\" id=\"L(\\d+)\">.*?</span><code>(.*?)</code></div>");
    private static final Pattern VALUE =
            Pattern.compile("(?s)<span class=\"val\">(.*?) <span class=\"n\"[^>]*>(\\d+)</span></span>");
    private static final Pattern BADGE = Pattern.compile("(?s)<span class=\"badge ([a-z-]+)\">(.*?)</span>");
    private static final Pattern ITEM = Pattern.compile("(?s)<li>(.*?)</li>");

    /** A line of the query with its number in the file. */
    record Line(int number, String text) {}

    /** A value that an indicator tests for, and how many other rules do. */
    record Value(String text, int others) {}

    String name() {
        return text(between("<h1>", "</h1>"));
    }

    /** The text of the badge of this look in the head of the page; empty if there is none. */
    String badge(String look) {
        return found(BADGE, between("<p class=\"badges\">", "</p>"))
                .filter(badge -> badge.group(1).startsWith(look))
                .map(badge -> text(badge.group(2)))
                .findFirst()
                .orElse("");
    }

    /** What the head says under this label; empty if it says nothing. */
    String fact(String label) {
        return found(FACT, between("<section class=\"head\"", "</section>"))
                .filter(fact -> fact.group(1).equals(label))
                .map(fact -> text(fact.group(2)))
                .findFirst()
                .orElse("");
    }

    /** The markup of the part of this name; empty if the page has no such part. */
    String part(String name) {
        return between("<section id=\"" + name + "\"", "</section>");
    }

    /** The cells of the rows of a part as texts, heads left out. */
    List<List<String>> rows(String part) {
        return cells(part).stream()
                .map(row -> row.stream().map(RulePageText::text).toList())
                .toList();
    }

    /** The cells of the rows of a part as markup, heads left out. */
    List<List<String>> cells(String part) {
        return found(ROW, part(part))
                .map(row -> found(CELL, row.group(1)).map(cell -> cell.group(1)).toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** The items of a list below a heading, as texts. */
    List<String> items(String heading) {
        int start = html.indexOf("<h3>" + heading + "</h3>");
        String list = start < 0 ? "" : html.substring(start, html.indexOf("</ul>", start));
        return found(ITEM, list).map(item -> text(item.group(1))).toList();
    }

    /** Number, operator and text of each stage. */
    List<List<String>> stages() {
        return found(STAGE, part("stages"))
                .map(stage -> List.of(text(stage.group(1)), text(stage.group(2)), text(stage.group(3))))
                .toList();
    }

    List<Line> query() {
        return found(LINE, part("query"))
                .map(line -> new Line(Integer.parseInt(line.group(1)), unescaped(line.group(2))))
                .toList();
    }

    /** The values in the cell of an indicator. */
    static List<Value> values(String cell) {
        return found(VALUE, cell)
                .map(value -> new Value(text(value.group(1)), Integer.parseInt(value.group(2))))
                .toList();
    }

    private String between(String opening, String closing) {
        int start = html.indexOf(opening);
        return start < 0 ? "" : html.substring(start, html.indexOf(closing, start));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** All that the page shows, in one text. */
    String text() {
        return text(html);
    }

    private static String text(String markup) {
        return unescaped(markup).strip().replaceAll("\\s+", " ");
    }

    private static String unescaped(String markup) {
        return markup.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

package dev.kqlift.reports.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a page, read as strictly as the site is written. */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "link", "br", "input");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-zA-Z-]+(?:=(?:\"[^\"<]*\"|[a-z]+))?)*)\\s*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=(?:\"([^\"]*)\"|([a-z]+)))?");

    private final List<Tag> tags = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    record Tag(String name, Map<String, String> attributes) {}

    private Html() {}

    static Html of(String page) {
        Html html = new Html();
        html.read(page);
        return html;
    }

    List<Tag> tags() {
        return tags;
    }

    /** What is not well-formed. */
    List<String> faults() {
        return faults;
    }

    private void read(String page) {
        String text = page.replaceFirst("^<!doctype html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher found = TAG.matcher(text);
        int end = 0;
        while (found.find()) {
            text(text.substring(end, found.start()));
            end = found.end();
            if (found.group(1).isEmpty()) {
                tag(found.group(2), found.group(3));
                if (!VOID.contains(found.group(2))) {
                    open.push(found.group(2));
                }
            } else if (open.isEmpty() || !open.pop().equals(found.group(2))) {
                faults.add("unexpected " + found.group());
            }
        }
        text(text.substring(end));
        open.forEach(name -> faults.add("not closed: " + name));
    }

    private void text(String text) {
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            faults.add("a sign of markup in a text: " + text.strip());
        }
    }

    private void tag(String name, String attributes) {
        Map<String, String> map = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(attributes);
        while (found.find()) {
            String value = found.group(2) == null ? found.group(3) : found.group(2);
            if (map.put(found.group(1), value == null ? "" : value) != null) {
                faults.add("twice: " + found.group(1));
            }
        }
        tags.add(new Tag(name, map));
    }
}

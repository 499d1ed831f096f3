package dev.kqlift.reports.data;

import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import java.io.OutputStream;
import java.util.List;

/** A layer as a file of format 4.5. */
final class NavigatorJson {
    private static final int MOST_NAMES = 50;
    private static final String FEWEST_COLOR = "#d6e6f4";
    private static final String MOST_COLOR = "#0b559f";

    private NavigatorJson() {}

    static void write(NavigatorLayer layer, OutputStream out) {
        // A layer that stands alone is one object, not an array of one.
        try (JsonObjects json = new JsonObjects(out, JsonLayout.LINES)) {
            json.begin();
            json.text("name", layer.name());
            json.beginObject("versions");
            json.text("attack", layer.attackVersion());
            json.text("navigator", "5.1.0");
            json.text("layer", "4.5");
            json.endItem();
            json.text("domain", layer.domain());
            json.text("description", layer.description());
            json.number("sorting", 3);
            json.beginObject("layout");
            json.text("layout", "side");
            json.bool("showID", true);
            json.bool("showName", true);
            json.bool("showAggregateScores", true);
            json.bool("countUnscored", false);
            json.text("aggregateFunction", "sum");
            json.text("expandedSubtechniques", "annotated");
            json.endItem();
            json.bool("hideDisabled", false);
            techniques(layer, json);
            colors(layer, json);
            json.beginArray("metadata");
            json.beginItem();
            json.text("name", "made by");
            json.text("value", "kqlift report");
            json.endItem();
            if (!layer.leftOut().isEmpty()) {
                json.beginItem();
                json.text("name", "stated, but not active in this version of ATT&CK");
                json.text("value", String.join(", ", layer.leftOut()));
                json.endItem();
            }
            json.endArray();
            json.end();
        }
    }

    private static void techniques(NavigatorLayer layer, JsonObjects json) {
        json.beginArray("techniques");
        for (NavigatorLayer.Technique technique : layer.techniques()) {
            json.beginItem();
            json.text("techniqueID", technique.id());
            json.number("score", technique.rules().size());
            json.text("comment", comment(technique.rules()));
            json.bool("enabled", true);
            json.beginArray("links");
            json.beginItem();
            json.text("label", technique.id());
            json.text(
                    "url",
                    "https://attack.mitre.org/techniques/" + technique.id().replace('.', '/'));
            json.endItem();
            json.endArray();
            json.endItem();
        }
        json.endArray();
    }

    private static String comment(List<String> rules) {
        int shown = Math.min(MOST_NAMES, rules.size());
        String names = String.join("\n", rules.subList(0, shown));
        return shown == rules.size() ? names : names + "\nand " + (rules.size() - shown) + " more";
    }

    /** The Navigator wants an upper end that is above the lower one. */
    private static void colors(NavigatorLayer layer, JsonObjects json) {
        int most = Math.max(2, layer.most());
        json.beginObject("gradient");
        json.texts("colors", List.of(FEWEST_COLOR, MOST_COLOR));
        json.number("minValue", 1);
        json.number("maxValue", most);
        json.endItem();
        json.beginArray("legendItems");
        legend("1 rule", FEWEST_COLOR, json);
        legend(most + " rules", MOST_COLOR, json);
        json.endArray();
    }

    private static void legend(String label, String color, JsonObjects json) {
        json.beginItem();
        json.text("label", label);
        json.text("color", color);
        json.endItem();
    }
}

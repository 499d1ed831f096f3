package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.CodeLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signs beside a line: one for each that speaks of it, whatever it has to say, in the colour of the worst. */
final class LineMarks {
    private final Map<String, List<Mark>> bySpeaker = new LinkedHashMap<>();

    /**
     * Something that is said of the line.
     *
     * @param rank how bad it is: the greater, the worse
     */
    record Mark(String speaker, int rank, CodeLine.Marker marker) {}

    void add(Mark mark) {
        bySpeaker.computeIfAbsent(mark.speaker(), speaker -> new ArrayList<>()).add(mark);
    }

    List<CodeLine.Marker> markers() {
        return bySpeaker.values().stream().map(LineMarks::marker).toList();
    }

    private static CodeLine.Marker marker(List<Mark> marks) {
        Mark worst = marks.getFirst();
        for (Mark mark : marks) {
            worst = mark.rank() > worst.rank() ? mark : worst;
        }
        CodeLine.Marker marker = worst.marker();
        String more = marks.size() == 1 ? "" : " (and " + (marks.size() - 1) + " more)";
        return new CodeLine.Marker(marker.look(), marker.sign(), marker.text() + more, marker.href());
    }
}

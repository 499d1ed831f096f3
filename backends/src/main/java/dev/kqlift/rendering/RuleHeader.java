package dev.kqlift.rendering;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import dev.kqlift.translation.DerivedFidelity;
import dev.kqlift.translation.TranslationNote;
import java.util.ArrayList;
import java.util.List;

/** The lines at the head of an emitted file: where the rule comes from and what its translation promises. */
public final class RuleHeader {
    private RuleHeader() {}

    /** The lines, each harmless in a line comment. */
    public static List<String> lines(RuleDocument document, DerivedFidelity fidelity) {
        List<String> lines = new ArrayList<>();
        document.metadata().name().map(Located::value).ifPresent(name -> lines.add("Rule: " + name));
        document.metadata().id().map(Located::value).ifPresent(id -> lines.add("Id: " + id));
        lines.add("Source: " + document.file().path().replace('\\', '/'));
        lines.add("Fidelity: " + fidelity.fidelity().word());
        for (TranslationNote note : fidelity.notes()) {
            Position position =
                    document.file().text().lines().position(note.span().start());
            lines.add("Note " + note.code() + " (" + note.effect().word() + ", line " + position.line() + ", column "
                    + position.column() + "): " + note.message());
        }
        return lines.stream().map(CommentText::line).toList();
    }
}

package dev.kqlift.reports.transpile;

import dev.kqlift.document.SourceFile;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.source.Span;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.TranslationNote;
import java.io.OutputStream;
import java.util.Optional;

/** Translations for people: a line for each with its notes below, and the text where it is written to no file. */
public final class TranspileText implements TranspileWriter {
    private final TextTarget out;
    private final Colors colors;
    private boolean afterText;

    public TranspileText(OutputStream out, Colors colors) {
        this.out = new TextTarget(out);
        this.colors = colors;
    }

    @Override
    public void write(TranspileRow row) {
        StringBuilder page = new StringBuilder(1024);
        if (afterText) {
            page.append('\n');
        }
        SourceFile file = row.document().file();
        int start = row.document().query().map(query -> query.toFile(0)).orElse(0);
        page.append(DiagnosticText.place(file, Span.at(start)));
        page.append("  ").append(colors.bold(row.translation().target())).append("  ");
        page.append(paint(row.translation().fidelity(), colors));
        row.outputFile().ifPresent(path -> page.append("  ").append(Printable.line(path)));
        page.append('\n');
        for (TranslationNote note : row.translation().notes()) {
            page.append("  ").append(DiagnosticText.place(file, note.span())).append(": ");
            page.append(paint(note.effect(), colors)).append(' ');
            page.append(note.code().name()).append(' ');
            page.append(Printable.line(note.message())).append('\n');
        }
        Optional<String> text = row.text();
        afterText = text.isPresent() && row.outputFile().isEmpty();
        if (afterText) {
            String block = Printable.block(text.get());
            page.append('\n').append(block).append(block.endsWith("\n") ? "" : "\n");
        }
        out.write(page);
    }

    static String paint(Fidelity fidelity, Colors colors) {
        String word = fidelity.word();
        return switch (fidelity) {
            case EXACT -> colors.green(word);
            case APPROXIMATE, WIDER -> colors.yellow(word);
            case NARROWER, UNSUPPORTED -> colors.red(word);
        };
    }

    @Override
    public void close() {
        out.flush();
    }
}

package dev.kqlift.document;

import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The comments of YAML files. */
public final class YamlComments {
    private YamlComments() {}

    /**
     * The comments of a text in its order, each from its hash sign to the end of its line; what stands in a scalar is none.
     * Where the text stops being YAML the comments end.
     */
    public static List<Span> of(String text) {
        List<Span> comments = new ArrayList<>();
        CodePointOffsets offsets = CodePointOffsets.of(text);
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        options.setCodePointLimit(Decoder.SIZE_LIMIT);
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                if (parser.getEvent() instanceof CommentEvent comment
                        && comment.getCommentType() != CommentType.BLANK_LINE) {
                    int start = offsets.toUnits(comment.getStartMark().getIndex());
                    int end = Lines.end(text, start, text.length());
                    comments.add(new Span(start, end));
                }
            }
        } catch (YAMLException | IllegalArgumentException broken) {
            return comments;
        }
        return comments;
    }
}

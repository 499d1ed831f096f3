package dev.kqlift.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of one backend, on the class path. */
public record ResourceFolder(String id) {
    private static final String ROOT = "/backends/";

    /** The path of a file, for messages. */
    public String path(String name) {
        return "backends/" + id + "/" + name;
    }

    /** The text of a file of the folder. */
    public Optional<String> read(String name) {
        return resource(ROOT + id + "/" + name);
    }

    /** The text of a file that must be there. */
    public String required(String name) {
        return read(name).orElseThrow(() -> new MappingException(path(name), 1, "the file is missing"));
    }

    /** The text of the list of backends. */
    public static String index() {
        return resource(ROOT + "index")
                .orElseThrow(() -> new MappingException("backends/index", 1, "the file is missing"));
    }

    private static Optional<String> resource(String path) {
        try (InputStream stream = ResourceFolder.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

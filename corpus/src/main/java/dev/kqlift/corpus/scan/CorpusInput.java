package dev.kqlift.corpus.scan;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.Optional;

/**
 * One file to look at.
 *
 * @param path as given on the command line, or the path of a given folder with the way inside it
 * @param found how the file got here
 * @param failure why the file cannot be read, where that is known already
 */
public record CorpusInput(String path, Found found, Optional<Diagnostic> failure) {
    /** How a file came to be an input. */
    public enum Found {
        /** On the command line, so that it has to be a rule. */
        NAMED,
        /** In a folder, where files of other kinds are passed over. */
        IN_FOLDER
    }

    static CorpusInput named(String path) {
        return new CorpusInput(path, Found.NAMED, Optional.empty());
    }

    static CorpusInput inFolder(String path) {
        return new CorpusInput(path, Found.IN_FOLDER, Optional.empty());
    }

    /** This file as one that need not be a rule. */
    public CorpusInput asFound() {
        return new CorpusInput(path, Found.IN_FOLDER, failure);
    }

    static CorpusInput unreadable(String path, Diagnostic failure) {
        return new CorpusInput(path, Found.IN_FOLDER, Optional.of(failure));
    }
}

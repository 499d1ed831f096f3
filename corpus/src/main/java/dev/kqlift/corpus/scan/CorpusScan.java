package dev.kqlift.corpus.scan;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.List;

/**
 * The files that the paths of a command line stand for.
 *
 * @param inputs in the order of the command line, inside a folder in the order of their paths; no file twice
 * @param errors paths of the command line that do not exist or cannot be read
 */
public record CorpusScan(List<CorpusInput> inputs, List<InputError> errors) {
    public CorpusScan {
        inputs = List.copyOf(inputs);
        errors = List.copyOf(errors);
    }

    /**
     * A path of the command line that is of no use.
     *
     * @param path as given
     * @param diagnostic the reason
     */
    public record InputError(String path, Diagnostic diagnostic) {}
}

package dev.kqlift.cli;

import dev.kqlift.corpus.scan.CorpusInput;
import dev.kqlift.corpus.scan.CorpusScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files are read, and which of them are reported on: the others only serve for comparison. */
final class LintInputs {
    private final List<String> paths;
    private final Set<String> reported;
    private final boolean othersPassedOver;

    private LintInputs(List<String> paths, Set<String> reported, boolean othersPassedOver) {
        this.paths = paths;
        this.reported = reported;
        this.othersPassedOver = othersPassedOver;
    }

    /**
     * The files of some paths.
     *
     * @param corpus a path whose rules serve for comparison
     * @param changed the files that are reported on, where not all are
     * @param othersPassedOver whether named files that are no rules are passed over
     */
    static LintInputs of(
            List<String> paths, Optional<String> corpus, Optional<Set<Path>> changed, boolean othersPassedOver) {
        List<String> all = new ArrayList<>(paths);
        corpus.ifPresent(all::add);
        Set<String> reported = CorpusScanner.scan(paths).inputs().stream()
                .map(CorpusInput::path)
                .filter(path -> changed.isEmpty() || changed.get().contains(ChangedFiles.key(path)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new LintInputs(all, reported, othersPassedOver);
    }

    /** All paths, those that serve for comparison last. */
    List<String> paths() {
        return paths;
    }

    boolean isReported(String path) {
        return reported.contains(path);
    }

    /** Of the files behind the paths those that are read. */
    List<CorpusInput> selected(List<CorpusInput> inputs, boolean compared) {
        List<CorpusInput> selected = new ArrayList<>();
        for (CorpusInput input : inputs) {
            if (isReported(input.path())) {
                selected.add(othersPassedOver ? input.asFound() : input);
            } else if (compared) {
                selected.add(input.asFound());
            }
        }
        return selected;
    }
}

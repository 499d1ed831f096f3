package dev.kqlift.corpus.scan;

/** Hears how far a run has come. */
@FunctionalInterface
public interface Progress {
    /** A progress that nobody listens to. */
    Progress SILENT = (done, total) -> {};

    /** Called after each file, in the thread that started the run. */
    void advanced(int done, int total);
}

package dev.kqlift.reports.diff;

import dev.kqlift.corpus.diff.CorpusDiff;

/** Writes what differs in one format. */
public sealed interface DiffWriter permits DiffText, DiffMarkdown, DiffJson {
    void write(CorpusDiff diff);
}

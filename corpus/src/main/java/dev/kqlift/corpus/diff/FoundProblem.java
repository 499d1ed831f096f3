package dev.kqlift.corpus.diff;

import dev.kqlift.diagnostics.Severity;

/** What a check found, wherever it stands: places move when lines are added. */
public record FoundProblem(String code, Severity severity, String message) {}

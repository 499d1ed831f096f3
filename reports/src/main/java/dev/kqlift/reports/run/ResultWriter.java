package dev.kqlift.reports.run;

import dev.kqlift.evaluation.EvaluationResult;

/** Writes the rows of a result. */
public sealed interface ResultWriter permits ResultText, ResultCsv, ResultJson {
    void write(EvaluationResult.Rows result);
}

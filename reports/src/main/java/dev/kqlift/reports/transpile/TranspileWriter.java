package dev.kqlift.reports.transpile;

/** Writes translations one after the other, each as soon as it comes. */
public sealed interface TranspileWriter extends AutoCloseable permits TranspileJson, TranspileText {
    void write(TranspileRow row);

    @Override
    void close();
}

package dev.kqlift.lint;

/** A check that compares the rules of a run with each other. */
interface OnCorpus {
    /** What sees the rules of one run; the check itself has no state. */
    CorpusCollector collector();
}

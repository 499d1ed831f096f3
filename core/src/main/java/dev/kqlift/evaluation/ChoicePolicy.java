package dev.kqlift.evaluation;

/** What a run does where the engine may choose, so that a query has several right answers. */
public enum ChoicePolicy {
    /** The run is refused where more depends on the choice than which of several rows come out. For comparisons of engines. */
    REFUSE,
    /** The first candidate in the order of the input is taken, and a note says so. For people. */
    FIRST
}

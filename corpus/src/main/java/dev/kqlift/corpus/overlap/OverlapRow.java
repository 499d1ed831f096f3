package dev.kqlift.corpus.overlap;

import dev.kqlift.analysis.IndicatorKind;

/**
 * How many rules of a corpus look for one value in one field.
 *
 * @param field the field as the rules write it, dynamic paths with dots
 * @param kind the kind of test
 * @param negated whether the test is negated, for the kinds that have no opposite
 * @param value the constant that the field is tested against
 * @param rules the number of distinct rules that do so; a rule that does so twice counts once
 * @param files the number of distinct files that these rules stand in
 */
public record OverlapRow(String field, IndicatorKind kind, boolean negated, String value, int rules, int files) {}

package dev.kqlift.corpus.facts;

/**
 * A row of a rule's MITRE table: a technique under a tactic of the rule, or one of the two alone.
 *
 * @param tactic the tactic as the rule states it; empty for a technique that belongs to no stated tactic
 * @param tacticName its name for people ({@code Initial Access}); as stated where it is not known
 * @param technique the technique's id; empty for a tactic without a stated technique
 * @param techniqueName its name, with the name of its technique before it for a sub-technique
 *     ({@code Valid Accounts: Cloud Accounts}); empty where the id is not known
 */
public record AttackFact(String tactic, String tacticName, String technique, String techniqueName) {}

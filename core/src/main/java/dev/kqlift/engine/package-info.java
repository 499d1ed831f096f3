/**
 * The order of the steps, and nothing else.
 *
 * <table>
 * <caption>The life of one rule</caption>
 * <tr><th>step</th><th>from → to</th><th>package</th><th>codes</th></tr>
 * <tr><td>decode</td><td>bytes → {@code SourceFile}</td><td>document</td><td>KD</td></tr>
 * <tr><td>read</td><td>{@code SourceFile} → {@code RuleDocument}</td><td>document</td><td>KD</td></tr>
 * <tr><td>parse</td><td>query text → concrete tree</td><td>grammar</td><td>KS</td></tr>
 * <tr><td>build</td><td>concrete tree → {@code Query}</td><td>syntax.build</td><td>KS</td></tr>
 * <tr><td>bind</td><td>{@code Query} → {@code BoundQuery}</td><td>semantic</td><td>KB, KT</td></tr>
 * <tr><td>analyze</td><td>{@code BoundQuery} → {@code RuleAnalysis}</td><td>analysis</td><td>–</td></tr>
 * <tr><td>lower, print, render</td><td>{@code AnalyzedRule} → {@code Translation}</td><td>backends</td><td>KX</td></tr>
 * </table>
 */
@NullMarked
package dev.kqlift.engine;

import org.jspecify.annotations.NullMarked;

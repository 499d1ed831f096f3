package dev.kqlift.syntax.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.grammar.KqlGrammar;
import dev.kqlift.grammar.KqlLexer;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.syntax.TestQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.junit.jupiter.api.Test;

/** The parser's speed rests on deciding with little look-ahead and without the full context. */
class GrammarPredictionTest {
    /** Of a thousand decisions, so many may fall back to the full context. */
    private static final double MOST_FALLBACKS = 1.0;
    /** Of a thousand decisions, so many may have two readings: `mv-expand kind=x` is a parameter, not a column. */
    private static final double MOST_AMBIGUITIES = 0.1;
    /** No decision in the hot rules looks further on average. */
    private static final double MEAN_LOOKAHEAD = 4.0;

    @Test
    void theSamplesAreParsedWithoutFallingBackToTheFullContext() {
        check(TestQueries.samples().values());
    }

    @Test
    void theCorpusIsParsedWithoutFallingBackToTheFullContext() {
        assumeTrue(TestQueries.hasCorpus(), TestQueries.NO_CORPUS);
        check(TestQueries.corpus().values());
    }

    private static void check(Collection<String> texts) {
        DecisionInfo[] sums = new DecisionInfo[KqlParser._ATN.getNumberOfDecisions()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new DecisionInfo(i);
        }
        for (String text : texts) {
            if (!KqlGrammar.parse(text).errors().isEmpty()) {
                continue;
            }
            KqlParser parser = new KqlParser(new CommonTokenStream(new KqlLexer(CharStreams.fromString(text))));
            parser.setProfile(true);
            parser.query();
            for (DecisionInfo info : parser.getParseInfo().getDecisionInfo()) {
                DecisionInfo sum = sums[info.decision];
                sum.invocations += info.invocations;
                sum.SLL_TotalLook += info.SLL_TotalLook;
                sum.SLL_MaxLook = Math.max(sum.SLL_MaxLook, info.SLL_MaxLook);
                sum.LL_Fallback += info.LL_Fallback;
                sum.LL_TotalLook += info.LL_TotalLook;
                sum.LL_MaxLook = Math.max(sum.LL_MaxLook, info.LL_MaxLook);
                sum.contextSensitivities.addAll(info.contextSensitivities);
                sum.ambiguities.addAll(info.ambiguities);
            }
        }
        List<DecisionInfo> used = new ArrayList<>(List.of(sums));
        used.removeIf(sum -> sum.invocations == 0);
        used.sort(Comparator.comparingLong((DecisionInfo sum) -> sum.SLL_TotalLook + sum.LL_TotalLook)
                .reversed());
        StringBuilder report = new StringBuilder();
        for (DecisionInfo sum : used.subList(0, Math.min(12, used.size()))) {
            report.append(describe(sum)).append('\n');
        }
        System.out.println(report);
        long invocations = used.stream().mapToLong(sum -> sum.invocations).sum();
        long fallbacks = used.stream().mapToLong(sum -> sum.LL_Fallback).sum();
        assertThat(fallbacks * 1000.0 / invocations).as(report.toString()).isLessThan(MOST_FALLBACKS);
        long ambiguities =
                used.stream().mapToLong(sum -> sum.ambiguities.size()).sum();
        assertThat(ambiguities * 1000.0 / invocations).as(report.toString()).isLessThan(MOST_AMBIGUITIES);
        for (DecisionInfo sum : used) {
            if (sum.invocations > invocations / 200) {
                assertThat((double) sum.SLL_TotalLook / sum.invocations)
                        .as(describe(sum))
                        .isLessThan(MEAN_LOOKAHEAD);
            }
        }
    }

    private static String describe(DecisionInfo sum) {
        int rule = KqlParser._ATN.getDecisionState(sum.decision).ruleIndex;
        return KqlParser.ruleNames[rule] + " decision " + sum.decision + ": " + sum.invocations + " times, look-ahead "
                + sum.SLL_TotalLook + " (most " + sum.SLL_MaxLook + "), full context " + sum.LL_Fallback
                + " times (most "
                + sum.LL_MaxLook + "), context-sensitive " + sum.contextSensitivities.size() + ", ambiguous "
                + sum.ambiguities.size();
    }
}

package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each check against its page. */
final class LintPagesTest {
    private static final List<String> HEADINGS =
            List.of("What it flags", "Why", "Flagged", "Instead", "When to ignore");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|yml|kql|json|md)\\n(.*?)^```$");

    static Stream<CheckInfo> checks() {
        return LintRules.infos().stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void thePageHasItsHeadings(CheckInfo check) {
        String page = LintPage.of(check);
        assertThat(page).startsWith("# " + check.code() + " " + check.name() + "\n");
        assertThat(HEADING.matcher(page).results().map(result -> result.group(1)))
                .containsExactlyElementsOf(HEADINGS);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void theCodeIsOfTheCategory(CheckInfo check) {
        assertThat(check.code()).matches("KL" + check.category().ordinal() + "\\d\\d");
        assertThat(check.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void markedLinesAreFlaggedAndNoOthers(CheckInfo check) {
        List<Block> blocks = Block.of(section(check, "Flagged"));
        assertThat(blocks).isNotEmpty();
        List<Marked> marked = blocks.stream()
                .map(block -> Marked.of(check.code(), block.text()))
                .toList();
        List<List<LintOutcome>> found = found(
                check,
                IntStream.range(0, blocks.size())
                        .mapToObj(i ->
                                new Block(blocks.get(i).file(), marked.get(i).text()))
                        .toList());
        for (int i = 0; i < blocks.size(); i++) {
            String text = marked.get(i).text();
            assertThat(LintedText.lines(check.code(), text, found.get(i)))
                    .as(text)
                    .isEqualTo(marked.get(i).lines());
        }
        assertThat(marked.stream().mapToInt(one -> one.lines().size()).sum())
                .as("marked lines")
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whatStandsInsteadIsCheckedAndClean(CheckInfo check) {
        List<Block> blocks = Block.of(section(check, "Instead"));
        List<List<LintOutcome>> found = found(check, blocks);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            assertThat(LintedText.lines(check.code(), block.text(), found.get(i)))
                    .as(block.text())
                    .isEmpty();
            assertThat(found.get(i))
                    .allSatisfy(outcome -> assertThat(outcome.notChecked())
                            .as(block.text())
                            .noneMatch(not -> not.check().equals(check)));
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void theFixTurnsWhatIsFlaggedIntoWhatStandsInstead(CheckInfo check) {
        List<Block> flagged = Block.of(section(check, "Flagged"));
        List<Block> instead = Block.of(section(check, "Instead"));
        for (int i = 0; i < flagged.size(); i++) {
            String text = Marked.of(check.code(), flagged.get(i).text()).text();
            List<LintOutcome> found =
                    LintedText.only(check.code(), flagged.get(i).file(), text);
            boolean fixable = found.stream()
                    .flatMap(outcome -> outcome.findings().stream())
                    .filter(finding -> finding.check().equals(check))
                    .anyMatch(finding -> finding.fix().isPresent());
            if (fixable) {
                assertThat(instead).hasSizeGreaterThan(i);
                assertThat(LintedText.fixed(check.code(), text, found))
                        .isEqualTo(instead.get(i).text());
            }
        }
    }

    /** What a check finds in blocks, each alone; a check that compares rules sees all of them as the files of one run. */
    private static List<List<LintOutcome>> found(CheckInfo check, List<Block> blocks) {
        if (check.category() != LintCategory.CORPUS) {
            return blocks.stream()
                    .map(block -> LintedText.only(check.code(), block.file(), block.text()))
                    .toList();
        }
        return LintedText.only(
                check.code(),
                IntStream.range(0, blocks.size())
                        .mapToObj(i -> new LintedText.File(
                                (i + 1) + "-" + blocks.get(i).file(),
                                blocks.get(i).text()))
                        .toList());
    }

    private static String section(CheckInfo check, String heading) {
        String page = LintPage.of(check);
        int start = page.indexOf("\n## " + heading + "\n");
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** A fenced block as a file. */
    private record Block(String file, String text) {
        static List<Block> of(String section) {
            List<Block> blocks = new ArrayList<>();
            Matcher matcher = BLOCK.matcher(section);
            while (matcher.find()) {
                blocks.add(new Block("rule." + matcher.group(1), matcher.group(2)));
            }
            return blocks;
        }
    }

    /** A text without the marks of a code, and the lines that had one. */
    private record Marked(String text, List<Integer> lines) {
        static Marked of(String code, String text) {
            Pattern mark = Pattern.compile("\\s*(//|#) " + code + "$");
            List<Integer> lines = new ArrayList<>();
            StringBuilder out = new StringBuilder();
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                Matcher matcher = mark.matcher(line);
                boolean found = matcher.find();
                if (found) {
                    lines.add(number);
                }
                out.append(found ? line.substring(0, matcher.start()) : line).append('\n');
            }
            out.setLength(out.length() - 1);
            return new Marked(out.toString(), lines);
        }
    }
}

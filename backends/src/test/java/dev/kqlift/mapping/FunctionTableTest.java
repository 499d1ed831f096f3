package dev.kqlift.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.rendering.Fragment;
import dev.kqlift.rendering.Strengths;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionTableTest {
    private static final Strengths STRENGTHS = new Strengths(List.of("argument", "add", "multiply", "primary"));

    private static FunctionTable table(String text) {
        return FunctionTable.parse("t.yaml", text, Optional.empty(), STRENGTHS, Set.of("term"));
    }

    private static Fragment fill(String pattern, Fragment... arguments) {
        return EmitPattern.parse(pattern, STRENGTHS, 3).fill(List.of(arguments));
    }

    @Test
    void aHoleAddsParenthesesOnlyWhereTheArgumentBindsMoreLoosely() {
        Fragment sum = new Fragment("a + b", STRENGTHS.of("add"));
        assertThat(fill("{0:multiply} * 2", sum).text()).isEqualTo("(a + b) * 2");
        assertThat(fill("{0:add} + 2", sum).text()).isEqualTo("a + b + 2");
        assertThat(fill("f({0})", sum).text()).isEqualTo("f(a + b)");
    }

    @Test
    void aHoleTakesAllArgumentsFromItsPlaceOn() {
        Fragment a = new Fragment("a", 3);
        Fragment b = new Fragment("b", 3);
        assertThat(fill("f({0...})", a, b).text()).isEqualTo("f(a, b)");
        assertThat(fill("f({0}, [{1...}])", a, b, b).text()).isEqualTo("f(a, [b, b])");
    }

    @Test
    void doubledBracesAreBracesOfTheTarget() {
        assertThat(fill("x{{2}}{0}", new Fragment("a", 3)).text()).isEqualTo("x{2}a");
    }

    @Test
    void aPatternWithoutAPlaceForAnArgumentDoesNotTakeTheCall() {
        FunctionTable table = table("f: { emit: \"g({0})\" }");
        assertThat(table.mapping("f", List.of(KqlType.STRING))).isPresent();
        assertThat(table.mapping("f", List.of(KqlType.STRING, KqlType.LONG))).isEmpty();
        assertThat(table("f: { emit: \"g({0}){1!}\" }").mapping("f", List.of(KqlType.STRING, KqlType.LONG)))
                .isPresent();
    }

    @Test
    void theFirstAlternativeThatTakesTheTypesCounts() {
        FunctionTable table = table("""
                f:
                  - { emit: "a({0})", takes: [string] }
                  - { emit: "b({0})", takes: [number] }
                  - { unsupported: "no", takes: [any] }
                """);
        assertThat(emitted(table, KqlType.STRING)).isEqualTo("a({0})");
        assertThat(emitted(table, KqlType.LONG)).isEqualTo("b({0})");
        assertThat(table.mapping("f", List.of(KqlType.GUID))).get().isInstanceOf(FunctionMapping.Unsupported.class);
        assertThat(table.mapping("f", List.of(KqlType.UNKNOWN))).isEmpty();
    }

    private static String emitted(FunctionTable table, KqlType type) {
        return table.mapping("f", List.of(type))
                .map(FunctionMapping.Emit.class::cast)
                .orElseThrow()
                .pattern()
                .source();
    }

    @Test
    void aChildKeepsTheRowsOfItsParentThatItDoesNotState() {
        FunctionTable parent = table("a: { emit: \"x\" }\nb: { emit: \"y\" }");
        FunctionTable child =
                FunctionTable.parse("c.yaml", "b: { emit: \"z\" }", Optional.of(parent), STRENGTHS, Set.of());
        assertThat(child.functions()).containsExactly("a", "b");
        assertThat(((FunctionMapping.Emit) child.mappings("b").getFirst())
                        .pattern()
                        .source())
                .isEqualTo("z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f: { emit: 'g({0)' } | a hole is not closed",
                "f: { emit: 'g({x})' } | is no hole",
                "f: { emit: 'g({0:tight})' } | no strength is called",
                "f: { emit: 'g({0})', form: term } | a row has one of",
                "f: { form: magic } | no form is called",
                "f: { emit: x, takes: [text] } | no type is called",
                "f: { emit: x, traps: [bear] } | no trap is called",
                "f: { emit: x, fidelity: fine } | is no fidelity",
                "f: { emit: x, fidelity: wider } | `why` goes with",
                "f: { emit: x, why: because } | `why` goes with",
                "f: { emit: x, open: true } | `open` is true or false",
                "f: { emit: x, emits: y } | is no key here",
                "f: { unsupported: no, traps: [ticks] } | is no key here",
                "f: x | is a mapping or a list of mappings",
            })
    void aMistakeNamesTheFileAndTheLine(String row, String message) {
        assertThatThrownBy(() -> table("# first line\n" + row.strip()))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("t.yaml:2: ")
                .hasMessageContaining(message.strip());
    }

    @Test
    void aFunctionThatOccursTwiceIsAMistake() {
        assertThatThrownBy(() -> table("f: { emit: x }\nf: { emit: y }")).hasMessage("t.yaml:2: `f` occurs twice");
    }
}

package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.types.KqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FunctionCatalogTest {
    private final FunctionCatalog catalog = FunctionCatalog.builtIn();

    @Test
    void everyLineParsesAndKeepsTheRulesOfTheForm() {
        for (FunctionKind kind : FunctionKind.values()) {
            for (String name : catalog.names(kind)) {
                Function function = catalog.function(kind, name).orElseThrow();
                assertThat(function.name()).isEqualTo(name).matches("[A-Za-z_][A-Za-z0-9_]*");
                assertThat(function.kind()).isEqualTo(kind);
                assertThat(function.signatures()).as(name).isNotEmpty();
                function.replacement()
                        .ifPresent(other -> assertThat(catalog.function(kind, other))
                                .as(name)
                                .isPresent());
                function.page().ifPresent(page -> assertThat(page).as(name).matches("[a-z0-9-]+"));
                if (function.resultName().rule().name().startsWith("PREFIX")) {
                    assertThat(function.resultName().prefix()).as(name).isNotEmpty();
                }
                function.signatures().forEach(signature -> checkSignature(name, signature));
            }
        }
    }

    private static void checkSignature(String name, Signature signature) {
        assertThat(signature.minArguments()).as(name).isLessThanOrEqualTo(signature.maxArguments());
        boolean typed = signature.declared() != KqlType.UNKNOWN;
        assertThat(signature.returns() == ReturnRule.DECLARED).as(name).isEqualTo(typed);
        boolean hasColumns = !signature.columns().isEmpty();
        assertThat(signature.returns() == ReturnRule.COLUMNS).as(name).isEqualTo(hasColumns);
        for (Parameter parameter : signature.parameters()) {
            assertThat(parameter.name()).as(name).isNotEmpty();
            assertThat(parameter.min()).as(name).isBetween(0, parameter.max());
            assertThat(parameter.max()).as(name).isPositive();
            assertThat(parameter.kind() == ParameterKind.DECLARED)
                    .as(name)
                    .isEqualTo(!parameter.types().isEmpty());
        }
        for (ResultColumn column : signature.columns()) {
            if (column instanceof ResultColumn.OfArgument(String parameter, String unused)) {
                assertThat(signature.parameters())
                        .as(name)
                        .extracting(Parameter::name)
                        .contains(parameter);
            }
        }
        int least = signature.minArguments();
        assertThat(signature.parametersOf(least).orElseThrow()).as(name).hasSize(least);
    }

    @Test
    void theLinesAreSortedAsTheSearchExpectsAndNoNameStandsTwice() {
        for (FunctionKind kind : FunctionKind.values()) {
            List<String> names = catalog.names(kind);
            assertThat(names).isEqualTo(List.copyOf(new TreeSet<>(names)));
        }
        assertThat(catalog.names(FunctionKind.SCALAR)).hasSizeGreaterThan(420);
        assertThat(catalog.names(FunctionKind.AGGREGATE)).hasSizeGreaterThan(60);
        assertThat(catalog.names(FunctionKind.PLUGIN)).hasSizeGreaterThan(45);
    }

    @Test
    void noReplacementIsItselfDeprecated() {
        for (FunctionKind kind : FunctionKind.values()) {
            for (String name : catalog.names(kind)) {
                catalog.function(kind, name)
                        .flatMap(Function::replacement)
                        .flatMap(other -> catalog.function(kind, other))
                        .ifPresent(other ->
                                assertThat(other.replacement()).as(name).isEmpty());
            }
        }
    }

    @Test
    void namesAreFoundInTheirOwnKindOnlyAndWithTheirCase() {
        assertThat(catalog.scalar("strlen")).isPresent();
        assertThat(catalog.aggregate("strlen")).isEmpty();
        assertThat(catalog.aggregate("dcount")).isPresent();
        assertThat(catalog.scalar("dcount")).isEmpty();
        assertThat(catalog.plugin("bag_unpack")).isPresent();
        for (String name : List.of("STRLEN", "strle", "strlenx", "", "@date-units", "strlen\t")) {
            assertThat(catalog.scalar(name)).as(name).isEmpty();
        }
    }

    @Test
    void everyDeprecatedSpellingThatRulesUseHasItsReplacement() {
        assertThat(replacement(FunctionKind.AGGREGATE, "makeset")).contains("make_set");
        assertThat(replacement(FunctionKind.AGGREGATE, "makelist")).contains("make_list");
        assertThat(replacement(FunctionKind.AGGREGATE, "any")).contains("take_any");
        assertThat(replacement(FunctionKind.AGGREGATE, "make_dictionary")).contains("make_bag");
        assertThat(replacement(FunctionKind.SCALAR, "parsejson")).contains("parse_json");
        assertThat(replacement(FunctionKind.SCALAR, "pack")).contains("bag_pack");
        assertThat(replacement(FunctionKind.SCALAR, "replace")).contains("replace_regex");
        assertThat(replacement(FunctionKind.SCALAR, "base64_decodestring")).contains("base64_decode_tostring");
        assertThat(replacement(FunctionKind.SCALAR, "todynamic")).isEmpty();
    }

    @Test
    void whatDependsOnTheClockOrTheRowIsNotImmutable() {
        assertThat(catalog.scalar("now").orElseThrow().volatility()).isEqualTo(Volatility.STABLE);
        assertThat(catalog.scalar("ago").orElseThrow().volatility()).isEqualTo(Volatility.STABLE);
        List<String> ofTheRow =
                List.of("rand", "new_guid", "prev", "row_number", "ingestion_time", "pack_all", "column_ifexists");
        for (String name : ofTheRow) {
            assertThat(catalog.scalar(name).orElseThrow().volatility()).as(name).isEqualTo(Volatility.VOLATILE);
        }
        assertThat(catalog.scalar("strcat").orElseThrow().volatility()).isEqualTo(Volatility.IMMUTABLE);
    }

    @Test
    void signaturesCarryTypesRulesAndNumbersOfArguments() {
        Signature substring = only(catalog.scalar("substring").orElseThrow());
        assertThat(substring.minArguments()).isEqualTo(2);
        assertThat(substring.maxArguments()).isEqualTo(3);
        assertThat(substring.declared()).isEqualTo(KqlType.STRING);
        assertThat(only(catalog.scalar("iff").orElseThrow()).returns()).isEqualTo(ReturnRule.COMMON_NON_DYNAMIC);
        assertThat(only(catalog.scalar("coalesce").orElseThrow()).returns()).isEqualTo(ReturnRule.COMMON);
        assertThat(only(catalog.aggregate("sum").orElseThrow()).returns()).isEqualTo(ReturnRule.PARAMETER0_PROMOTED);
        assertThat(catalog.scalar("extract").orElseThrow().signatures())
                .extracting(Signature::returns)
                .containsExactly(ReturnRule.DECLARED, ReturnRule.PARAMETER_N_LITERAL);
        assertThat(catalog.aggregate("avg").orElseThrow().signatures())
                .extracting(Signature::declared)
                .containsExactly(KqlType.REAL, KqlType.REAL, KqlType.DECIMAL, KqlType.TIMESPAN, KqlType.DATETIME);
        assertThat(catalog.aggregate("make_set").orElseThrow().resultName())
                .isEqualTo(new ResultName(ResultName.Rule.PREFIX_AND_FIRST_ARGUMENT, "set"));
        assertThat(only(catalog.scalar("datetime_part").orElseThrow())
                        .parameters()
                        .getFirst()
                        .values())
                .contains("week_of_year", "nanosecond");
        assertThat(only(catalog.aggregate("take_any").orElseThrow())
                        .parameters()
                        .getFirst()
                        .argument())
                .isEqualTo(ArgumentKind.STAR_ALLOWED);
    }

    @Test
    void functionsThatMakeSeveralColumnsNameThem() {
        assertThat(only(catalog.scalar("series_decompose_anomalies").orElseThrow())
                        .columns())
                .containsExactly(
                        new ResultColumn.Made("ad_flag", KqlType.DYNAMIC),
                        new ResultColumn.Made("ad_score", KqlType.DYNAMIC),
                        new ResultColumn.Made("baseline", KqlType.DYNAMIC));
        assertThat(only(catalog.plugin("autocluster").orElseThrow()).columns())
                .contains(new ResultColumn.OfInput(), new ResultColumn.Made("SegmentId", KqlType.LONG));
        assertThat(only(catalog.plugin("funnel_sequence").orElseThrow()).columns())
                .contains(
                        new ResultColumn.OfArgument("StateColumn", "next"),
                        new ResultColumn.OfArgument("TimelineColumn", "{}"));
        assertThat(only(catalog.plugin("new_activity_metrics").orElseThrow()).columns())
                .contains(new ResultColumn.OfArgument("TimelineColumn", "from_{}"));
    }

    @Test
    void argumentsFindTheirParameters() {
        Signature cases = only(catalog.scalar("case").orElseThrow());
        assertThat(names(cases.parametersOf(5))).containsExactly("predicate", "then", "predicate", "then", "else");
        assertThat(cases.parametersOf(4)).isEmpty();
        assertThat(cases.parametersOf(2)).isEmpty();
        Signature pack = only(catalog.scalar("bag_pack").orElseThrow());
        assertThat(names(pack.parametersOf(4))).containsExactly("key", "value", "key", "value");
        assertThat(pack.parametersOf(3)).isEmpty();
        Signature indexof = only(catalog.scalar("indexof").orElseThrow());
        assertThat(names(indexof.parametersOf(3))).containsExactly("string", "match", "start");
        assertThat(indexof.parametersOf(1)).isEmpty();
        assertThat(indexof.parametersOf(6)).isEmpty();
        Signature argMax = only(catalog.aggregate("arg_max").orElseThrow());
        assertThat(names(argMax.parametersOf(3))).containsExactly("maximized", "returned", "returned");
        Signature detect = only(catalog.plugin("sequence_detect").orElseThrow());
        assertThat(names(detect.parametersOf(5))).endsWith("Expr", "Expr");
        assertThat(only(catalog.scalar("pi").orElseThrow()).parametersOf(0)).contains(List.of());
    }

    @Test
    void theSignatureFollowsFromTheTypesOfTheArguments() {
        Function bin = catalog.scalar("bin").orElseThrow();
        assertThat(returns(bin, KqlType.LONG, KqlType.INT)).containsExactly(ReturnRule.WIDEST);
        assertThat(bin.signaturesFor(List.of(KqlType.DATETIME, KqlType.TIMESPAN)))
                .extracting(Signature::declared)
                .containsExactly(KqlType.DATETIME);
        assertThat(bin.signaturesFor(List.of(KqlType.UNKNOWN, KqlType.TIMESPAN)))
                .extracting(Signature::declared)
                .containsExactly(KqlType.TIMESPAN, KqlType.DATETIME);
        assertThat(bin.signaturesFor(List.of(KqlType.DYNAMIC, KqlType.LONG))).isEmpty();
        assertThat(bin.signaturesFor(List.of(KqlType.LONG))).isEmpty();
        Function abs = catalog.scalar("abs").orElseThrow();
        assertThat(returns(abs, KqlType.INT)).startsWith(ReturnRule.DECLARED);
        assertThat(returns(abs, KqlType.REAL)).containsExactly(ReturnRule.PARAMETER0);
        assertThat(returns(catalog.aggregate("avg").orElseThrow(), KqlType.STRING))
                .isEmpty();
        assertThat(returns(catalog.aggregate("max").orElseThrow(), KqlType.GUID))
                .isEmpty();
        assertThat(returns(catalog.aggregate("max").orElseThrow(), KqlType.STRING))
                .hasSize(1);
        assertThat(returns(catalog.scalar("url_decode").orElseThrow(), KqlType.DYNAMIC))
                .hasSize(1);
        assertThat(returns(catalog.scalar("url_decode").orElseThrow(), KqlType.LONG))
                .isEmpty();
        assertThat(returns(catalog.scalar("isnan").orElseThrow(), KqlType.INT)).hasSize(1);
        assertThat(returns(catalog.scalar("isnan").orElseThrow(), KqlType.DECIMAL))
                .isEmpty();
        assertThat(returns(catalog.scalar("hash").orElseThrow(), KqlType.DYNAMIC))
                .isEmpty();
    }

    @Test
    void theResultTypeFollowsFromTheRule() {
        assertThat(type("iff", KqlType.BOOL, KqlType.INT, KqlType.LONG)).isEqualTo(KqlType.LONG);
        assertThat(type("iff", KqlType.BOOL, KqlType.INT, KqlType.INT)).isEqualTo(KqlType.INT);
        assertThat(type("iff", KqlType.BOOL, KqlType.DYNAMIC, KqlType.STRING)).isEqualTo(KqlType.STRING);
        assertThat(type("iff", KqlType.BOOL, KqlType.DYNAMIC, KqlType.DYNAMIC)).isEqualTo(KqlType.DYNAMIC);
        assertThat(type("iff", KqlType.BOOL, KqlType.STRING, KqlType.LONG)).isEqualTo(KqlType.DYNAMIC);
        assertThat(type("iff", KqlType.BOOL, KqlType.STRING, KqlType.UNKNOWN)).isEqualTo(KqlType.UNKNOWN);
        assertThat(type("iff", KqlType.UNKNOWN, KqlType.REAL, KqlType.DECIMAL)).isEqualTo(KqlType.DECIMAL);
        assertThat(type("case", KqlType.BOOL, KqlType.INT, KqlType.BOOL, KqlType.REAL, KqlType.LONG))
                .isEqualTo(KqlType.REAL);
        assertThat(type("coalesce", KqlType.INT, KqlType.INT)).isEqualTo(KqlType.INT);
        assertThat(type("coalesce", KqlType.INT, KqlType.STRING)).isEqualTo(KqlType.UNKNOWN);
        assertThat(type("bin", KqlType.INT, KqlType.INT)).isEqualTo(KqlType.LONG);
        assertThat(type("bin", KqlType.LONG, KqlType.REAL)).isEqualTo(KqlType.REAL);
        assertThat(type("repeat", KqlType.STRING, KqlType.LONG)).isEqualTo(KqlType.DYNAMIC);
        assertThat(type("round", KqlType.INT)).isEqualTo(KqlType.INT);
        assertThat(type("column_ifexists", KqlType.STRING, KqlType.LONG)).isEqualTo(KqlType.LONG);
    }

    @Test
    void aMalformedLineIsABugThatNamesTheLine() {
        String start = "f\tnone\t-\tstable\t-\t-\t";
        for (String signature : List.of("x -> int", "(x) -> int", "(x: string [@gone]) -> int", "\tx", "")) {
            assertThatThrownBy(() -> BuiltInFunctions.of(FunctionKind.SCALAR, start + signature + "\n")
                            .function("f"))
                    .as(signature)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("malformed");
        }
    }

    @Test
    void theVersionsOfTheDataNameSourceAndDate() {
        assertThat(CatalogVersions.versions()).hasSize(7).allSatisfy(version -> {
            assertThat(version.date()).matches("\\d{4}-\\d{2}");
            assertThat(version.source()).isNotBlank();
            assertThat(version.entries()).isPositive();
        });
        assertThat(CatalogVersions.lines().getFirst()).startsWith("table schemas 20");
    }

    /** {@code -Ddocs.update=true} writes the page anew. */
    @Test
    void theFunctionReferenceIsUpToDate() throws IOException {
        Path page = ProjectFolder.root().resolve("docs/functions.md");
        String expected = FunctionReferencePage.render(catalog);
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("run with -Ddocs.update=true to write it anew")
                .content()
                .isEqualTo(expected);
    }

    private Optional<String> replacement(FunctionKind kind, String name) {
        return catalog.function(kind, name).orElseThrow().replacement();
    }

    private KqlType type(String scalar, KqlType... arguments) {
        List<KqlType> types = List.of(arguments);
        return catalog.scalar(scalar)
                .orElseThrow()
                .signaturesFor(types)
                .getFirst()
                .resultType(types);
    }

    private static List<ReturnRule> returns(Function function, KqlType... arguments) {
        return function.signaturesFor(List.of(arguments)).stream()
                .map(Signature::returns)
                .toList();
    }

    private static Signature only(Function function) {
        assertThat(function.signatures()).hasSize(1);
        return function.signatures().getFirst();
    }

    private static List<String> names(Optional<List<Parameter>> parameters) {
        return parameters.orElseThrow().stream().map(Parameter::name).toList();
    }
}

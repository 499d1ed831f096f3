package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page {@code docs/functions.md}: the function catalog as a table for readers. */
final class FunctionReferencePage {
    private static final String SITE = "https://learn.microsoft.com/kusto/query/";

    private FunctionReferencePage() {}

    static String render(FunctionCatalog catalog) {
        StringBuilder page = new StringBuilder();
        page.append("# Functions that kqlift knows\n\n");
        page.append("Made from the function catalog by its test; do not edit. ");
        page.append("The number of functions and where they were gathered:\n\n");
        for (CatalogVersions.Version version : CatalogVersions.versions()) {
            if (version.name().matches(".*(functions|plugins|parsers)")) {
                page.append("- ").append(version.line()).append('\n');
            }
        }
        page.append("\nIn a signature `?` marks an optional parameter, `*` one that stands any number of times, ");
        page.append("`+` one or more times, `{2,64}` from 2 to 64 times; adjacent `+` parameters take turns. ");
        page.append("After the arrow stands the type of the result, or how it follows: ");
        page.append("`parameter 0` is the type of the first argument (`promoted`: with `int` made `long`), ");
        page.append("`common` the type that the arguments share, `widest` the widest of the numbers, ");
        page.append("`columns` several columns, `open table` columns that only the data tells, ");
        page.append("`computed` a rule of this function alone.\n");
        for (FunctionKind kind : FunctionKind.values()) {
            section(page, catalog, kind);
        }
        return page.toString();
    }

    private static void section(StringBuilder page, FunctionCatalog catalog, FunctionKind kind) {
        page.append("\n## ").append(title(kind)).append("\n\n");
        page.append("| function | signatures | same value for same arguments | use instead |\n");
        page.append("| --- | --- | --- | --- |\n");
        for (String name : catalog.names(kind)) {
            Function function = catalog.function(kind, name).orElseThrow();
            List<String> signatures = new ArrayList<>();
            for (Signature signature : function.signatures()) {
                signatures.add("`" + signature(signature) + "`");
            }
            page.append("| ").append(linked(function)).append(" | ");
            page.append(String.join("<br>", signatures)).append(" | ");
            page.append(volatility(function.volatility())).append(" | ");
            page.append(function.replacement().map(other -> "`" + other + "`").orElse(""))
                    .append(" |\n");
        }
    }

    private static String linked(Function function) {
        Optional<String> page = function.page();
        String name = "`" + function.name() + "`";
        return page.isPresent() ? "[" + name + "](" + SITE + page.get() + ")" : name;
    }

    private static String signature(Signature signature) {
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            parameters.add(parameter(parameter));
        }
        return "(" + String.join(", ", parameters) + ") -> " + result(signature);
    }

    private static String parameter(Parameter parameter) {
        List<String> types = new ArrayList<>();
        for (KqlType type : parameter.types()) {
            types.add(type.word());
        }
        String kind = parameter.kind() == ParameterKind.DECLARED ? String.join(" or ", types) : words(parameter.kind());
        String what = switch (parameter.argument()) {
            case EXPRESSION -> kind;
            case STAR_ALLOWED -> kind + " or *";
            case STAR_ONLY -> "*";
            case EXPRESSION_PARAMETER0_ELEMENT -> kind + " of each element";
            case COLUMN_PARAMETER0 -> kind + " column of parameter 0";
            case COLUMN_PARAMETER0_COMMON -> kind + " column also of parameter 0";
            case CONSTANT, LITERAL, LITERAL_NOT_EMPTY, COLUMN, AGGREGATE -> kind + " " + words(parameter.argument());
        };
        return parameter.name() + often(parameter) + ": " + what;
    }

    private static String often(Parameter parameter) {
        boolean many = parameter.max() == Parameter.MANY;
        if (parameter.max() == 1) {
            return parameter.min() == 0 ? "?" : "";
        }
        if (many && parameter.min() < 2) {
            return parameter.min() == 0 ? "*" : "+";
        }
        return "{" + parameter.min() + "," + (many ? "" : parameter.max()) + "}";
    }

    private static String result(Signature signature) {
        return switch (signature.returns()) {
            case DECLARED -> signature.declared().word();
            case COLUMNS -> {
                List<String> columns = new ArrayList<>();
                for (ResultColumn column : signature.columns()) {
                    columns.add(column(column));
                }
                yield "columns(" + String.join(", ", columns) + ")";
            }
            case COMPUTED,
                    PARAMETER0,
                    PARAMETER1,
                    PARAMETER2,
                    PARAMETER_N,
                    PARAMETER0_LITERAL,
                    PARAMETER1_LITERAL,
                    PARAMETER_N_LITERAL,
                    PARAMETER0_PROMOTED,
                    PARAMETER0_ARRAY,
                    COMMON,
                    COMMON_NON_DYNAMIC,
                    WIDEST,
                    OPEN_TABLE,
                    NOT_SCALAR -> words(signature.returns()).replaceFirst("parameter(?=\\d)", "parameter ");
        };
    }

    private static String column(ResultColumn column) {
        return switch (column) {
            case ResultColumn.Made(String name, KqlType type) -> name + ": " + type.word();
            case ResultColumn.OfArgument(String parameter, String name) ->
                name.contains("{}") ? name.replace("{}", "{" + parameter + "}") : name + " = {" + parameter + "}";
            case ResultColumn.OfInput() -> "*";
        };
    }

    private static String volatility(Volatility volatility) {
        return switch (volatility) {
            case IMMUTABLE -> "yes";
            case STABLE -> "in one query";
            case VOLATILE -> "no";
        };
    }

    private static String title(FunctionKind kind) {
        return switch (kind) {
            case SCALAR -> "Scalar functions";
            case AGGREGATE -> "Aggregate functions";
            case PLUGIN -> "Plugins";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

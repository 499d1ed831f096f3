package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The columns that table parameters declare. The rows of a call keep all of their columns, but the body of the function
 * reads the declared ones alone, and the call has to give those. A parameter {@code (*)} declares nothing: the engine
 * takes any table for it, and its body reads whatever column the table of the call has.
 */
final class TableParameters {
    private final Session session;
    private final TableBinder tables;

    TableParameters(Session session, TableBinder tables) {
        this.session = session;
        this.tables = tables;
    }

    /**
     * Reports what a call lacks of the declared columns, and what the body reads beyond them.
     *
     * @param given what each parameter stands for in the call
     * @param body binds the body once more with other tables for the parameters; only its unknown columns are kept
     */
    void check(
            Symbol.FunctionSymbol symbol, Map<String, Symbol> given, Origin call, Consumer<Map<String, Symbol>> body) {
        Map<String, Symbol> declared = new LinkedHashMap<>(given);
        boolean hides = false;
        for (Statement.FunctionParameter parameter : symbol.function().parameters()) {
            Relation argument = table(given.get(parameter.name().text()));
            if (parameter.schema().isEmpty() || argument == null) {
                continue;
            }
            Relation promised = tables.ofSchema(parameter);
            if (!promised.open()) {
                lacking(parameter, promised.columns(), argument, call);
                hides |= hasMore(argument, promised.columns());
                declared.put(parameter.name().text(), new Symbol.TableSymbol(promised, new Symbol.Use()));
            }
        }
        if (hides && session.isFirstCheck(symbol.function())) {
            session.keepOnly(DiagnosticCode.KB001, () -> body.accept(declared));
        }
    }

    private static @Nullable Relation table(@Nullable Symbol symbol) {
        return symbol instanceof Symbol.TableSymbol(var relation, var use) ? relation : null;
    }

    private static boolean hasMore(Relation argument, List<Column> promised) {
        return argument.open()
                || argument.columns().stream()
                        .anyMatch(column -> named(promised, column.name()).isEmpty());
    }

    private void lacking(Statement.FunctionParameter parameter, List<Column> promised, Relation argument, Origin call) {
        String name = parameter.name().text();
        for (Column column : promised) {
            Optional<Column> found = named(argument.columns(), column.name());
            if (found.isEmpty() && !argument.open()) {
                session.report(
                        DiagnosticCode.KB001,
                        call,
                        "the table that the call gives for `" + name + "` has no column `" + column.name() + "`");
            }
            if (found.isPresent() && !fits(found.get().type(), column.type())) {
                session.report(
                        DiagnosticCode.KT001,
                        call,
                        "`" + name + "` declares `" + column.name() + "` as a "
                                + column.type().word() + ", the table of the call has a "
                                + found.get().type().word());
            }
        }
    }

    private static boolean fits(KqlType given, KqlType declared) {
        return given == declared || given == KqlType.UNKNOWN || declared == KqlType.UNKNOWN;
    }

    private static Optional<Column> named(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}

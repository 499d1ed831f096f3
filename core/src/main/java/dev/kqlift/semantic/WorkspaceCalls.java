package dev.kqlift.semantic;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.catalog.Watchlist;
import dev.kqlift.catalog.WorkspaceFunction;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the workspace knows of functions that are neither built in nor defined in the query. */
final class WorkspaceCalls {
    private final Session session;

    WorkspaceCalls(Session session) {
        this.session = session;
    }

    /** The columns that a call gives; {@code open} where it may give others. */
    record Result(List<Column> columns, boolean open) {}

    /** A saved function as the query's own would be: its body sees nothing of the query. */
    Optional<Symbol.FunctionSymbol> saved(String name, Origin place) {
        if (session.workspace().declared(name).orElse(null) instanceof WorkspaceFunction.Saved(var ignored, var body)) {
            Statement.FunctionValue function = body.at(place);
            session.isSaved(function);
            return Optional.of(new Symbol.FunctionSymbol(name, function, Names.NONE, new Symbol.Use()));
        }
        return Optional.empty();
    }

    /** Whether a call of the name is bound where scalars are, because its body or its type says what it gives. */
    boolean isBoundAsScalar(String name) {
        return switch (session.workspace().declared(name).orElse(null)) {
            case WorkspaceFunction.Saved ignored -> true;
            case WorkspaceFunction.Value ignored -> true;
            case WorkspaceFunction.Tabular ignored -> false;
            case WorkspaceFunction.Parser ignored -> false;
            case null -> false;
        };
    }

    /** Whether the workspace has a function of the name that gives known columns. */
    boolean givesKnownColumns(String name) {
        return switch (session.workspace().find(name).orElse(null)) {
            case WorkspaceFunction.Tabular ignored -> true;
            case WorkspaceFunction.Parser(var ignored, var table, var parameters, var filters) ->
                session.tables().table(table).isPresent();
            case WorkspaceFunction.Saved ignored -> false;
            case WorkspaceFunction.Value ignored -> false;
            case null -> false;
        };
    }

    /** The columns of a call of a tabular function; empty where nothing is known of it. */
    Optional<Result> result(String name, List<Expression.Argument> arguments) {
        return switch (session.workspace().find(name).orElse(null)) {
            case WorkspaceFunction.Tabular tabular ->
                Optional.of(new Result(columns(tabular.columns()), tabular.open()));
            case WorkspaceFunction.Parser parser -> {
                check(parser, arguments);
                yield session.tables().table(parser.table()).map(table -> new Result(columns(table.columns()), true));
            }
            case WorkspaceFunction.Saved ignored -> Optional.empty();
            case WorkspaceFunction.Value ignored -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** The columns of a watchlist; those of the service, and maybe others, where it is not declared. */
    Result watchlist(Optional<Value> alias) {
        Optional<Watchlist> declared = alias.isPresent() && alias.get() instanceof Value.Text(var text)
                ? session.workspace().watchlist(text)
                : Optional.empty();
        return new Result(
                columns(declared.map(Watchlist::result).orElse(Watchlist.SERVICE_COLUMNS)), declared.isEmpty());
    }

    private List<Column> columns(List<ColumnSchema> schema) {
        List<Column> columns = new ArrayList<>(schema.size());
        for (ColumnSchema column : schema) {
            columns.add(session.column(column.name(), column.type()));
        }
        return columns;
    }

    /** Parsers gain parameters with each version, so that one that is not known is a warning. */
    private void check(WorkspaceFunction.Parser parser, List<Expression.Argument> arguments) {
        int positional = 0;
        for (Expression.Argument argument : arguments) {
            if (argument.name().isEmpty()) {
                positional++;
            } else if (!parser.parameters().contains(argument.name().get().text())) {
                session.report(
                        DiagnosticCode.KB011,
                        argument.name().get().origin(),
                        "`" + parser.name() + "` has no parameter `"
                                + argument.name().get().text() + "`; it takes "
                                + String.join(", ", parser.parameters()));
            }
        }
        if (positional > parser.parameters().size()) {
            session.report(
                    DiagnosticCode.KB011,
                    arguments.get(parser.parameters().size()).value().origin(),
                    "`" + parser.name() + "` takes " + parser.parameters().size() + " arguments, not " + positional);
        }
    }
}

package dev.kqlift.semantic;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Statement;
import dev.kqlift.types.KqlType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the parts of the binder share while one query is bound. */
final class Session {
    /** Calls of let functions put their body in place; a query that expands to more is not followed further. */
    private static final int MOST_CALLS = 1000;

    private static final int MOST_DIAGNOSTICS = 200;

    /** A scalar of more nodes is not put in the place of its name: lets that double one would never end. */
    private static final int LARGEST_SCALAR = 50_000;

    private final TableCatalog tables;
    private final FunctionCatalog functions;
    private final WorkspaceFunctions workspace;
    private final ObservedColumns observed;
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final Set<String> readTables = new TreeSet<>();
    private final Set<String> calledFunctions = new TreeSet<>();
    private final Set<String> unknownTables = new HashSet<>();
    private final Map<String, Optional<List<Column>>> scans = new HashMap<>();
    private final Deque<Statement.FunctionValue> calls = new ArrayDeque<>();
    private final Deque<String> callNames = new ArrayDeque<>();
    /** Functions that are kept in the workspace, not in the query. */
    private final Set<Statement.FunctionValue> saved = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Statement.FunctionValue> checked = Collections.newSetFromMap(new IdentityHashMap<>());
    private Map<String, Relation> remembered = new HashMap<>();
    private int columnCount;
    private int callCount;

    Session(TableCatalog tables, FunctionCatalog functions, WorkspaceFunctions workspace, ObservedColumns observed) {
        this.tables = tables;
        this.functions = functions;
        this.workspace = workspace;
        this.observed = observed;
    }

    FunctionCatalog functions() {
        return functions;
    }

    /** The columns that plugins gave when the query ran before. */
    ObservedColumns observed() {
        return observed;
    }

    WorkspaceFunctions workspace() {
        return workspace;
    }

    TableCatalog tables() {
        return tables;
    }

    Column column(String name, KqlType type) {
        return new Column(new ColumnId(columnCount++), name, type);
    }

    /** The columns of a table, made once for a query: who reads it twice reads the same columns. */
    Optional<List<Column>> columnsOf(String table) {
        return scans.computeIfAbsent(table, name -> tables.table(name).map(this::columns));
    }

    private List<Column> columns(TableSchema schema) {
        List<Column> columns = new ArrayList<>(schema.columns().size());
        for (TableSchema.ColumnSchema column : schema.columns()) {
            columns.add(column(column.name(), column.type()));
        }
        return List.copyOf(columns);
    }

    /** The type that a column has in all known tables that have it; not known where they differ. */
    KqlType typeInEveryTable(String column) {
        KqlType type = KqlType.UNKNOWN;
        for (String name : tables.names()) {
            for (TableSchema.ColumnSchema candidate :
                    tables.table(name).orElseThrow().columns()) {
                if (candidate.name().equals(column)) {
                    if (type != KqlType.UNKNOWN && type != candidate.type()) {
                        return KqlType.UNKNOWN;
                    }
                    type = candidate.type();
                }
            }
        }
        return type;
    }

    /** Keeps the rows that {@code as} gives a name, for later statements. */
    void remember(String name, Relation relation) {
        remembered.put(name, relation);
    }

    Optional<Relation> remembered(String name) {
        return Optional.ofNullable(remembered.get(name));
    }

    void reads(String table) {
        readTables.add(table);
    }

    /** True the first time that a table is met which nobody knows: it is said once. */
    boolean isNewUnknown(String table) {
        return unknownTables.add(table);
    }

    void calls(String function) {
        calledFunctions.add(function);
    }

    List<String> readTables() {
        return List.copyOf(readTables);
    }

    List<String> calledFunctions() {
        return List.copyOf(calledFunctions);
    }

    void report(DiagnosticCode code, Origin origin, String message) {
        if (diagnostics.size() < MOST_DIAGNOSTICS) {
            diagnostics.add(Diagnostic.of(code, message + savedFunction(), origin.span()));
        }
    }

    /** True the first time that a function is met whose body is to be held against its parameters. */
    boolean isFirstCheck(Statement.FunctionValue function) {
        return checked.add(function);
    }

    /** Binds something for what it says of one code: nothing else of it stays. */
    void keepOnly(DiagnosticCode code, Runnable work) {
        List<Diagnostic> before = List.copyOf(diagnostics);
        Map<String, Relation> names = remembered;
        int callsBefore = callCount;
        remembered = new HashMap<>(names);
        work.run();
        remembered = names;
        callCount = callsBefore;
        List<Diagnostic> after = List.copyOf(diagnostics).subList(before.size(), diagnostics.size());
        after.stream().filter(diagnostic -> diagnostic.code() != code).forEach(diagnostics::remove);
    }

    /** Says of what stands in no rule file where it stands. */
    private String savedFunction() {
        if (!saved.isEmpty()) {
            Iterator<String> names = callNames.iterator();
            for (Statement.FunctionValue running : calls) {
                String name = names.next();
                if (saved.contains(running)) {
                    return " (in the saved function `" + name + "`)";
                }
            }
        }
        return "";
    }

    /** Marks a function as one of the workspace. */
    void isSaved(Statement.FunctionValue function) {
        saved.add(function);
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** What a name stands for whose value is a scalar. */
    Symbol scalarSymbol(String name, Scalar value, Origin origin) {
        if (Trees.size(value, LARGEST_SCALAR) < LARGEST_SCALAR) {
            return new Symbol.ScalarSymbol(value);
        }
        report(
                DiagnosticCode.KB009,
                origin,
                "`" + name + "` expands to more than " + LARGEST_SCALAR + " parts; its value is not followed");
        return new Symbol.ScalarSymbol(new Scalar.Unbound(name, value.type(), origin));
    }

    /** Enters the body of a function; false where that is refused, which is reported. */
    boolean enter(String name, Statement.FunctionValue function, Origin origin) {
        for (Statement.FunctionValue running : calls) {
            if (running == function) {
                report(DiagnosticCode.KB006, origin, "`" + name + "` calls itself; KQL has no recursion, so unroll it");
                return false;
            }
        }
        if (++callCount > MOST_CALLS) {
            if (callCount == MOST_CALLS + 1) {
                report(
                        DiagnosticCode.KB009,
                        origin,
                        "the query expands to more than " + MOST_CALLS
                                + " calls of its own functions; the rest is not analysed");
            }
            return false;
        }
        calls.push(function);
        callNames.push(name);
        return true;
    }

    /** Starts the budget of calls anew: what nothing calls is bound for its own sake. */
    void renewCalls() {
        callCount = Math.min(callCount, MOST_CALLS / 2);
    }

    /** Whether the body of a function of that name is being put in place: a call of the name would be a recursion. */
    boolean isRunning(String name) {
        return callNames.contains(name);
    }

    void leave() {
        calls.pop();
        callNames.pop();
    }
}

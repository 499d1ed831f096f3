package dev.kqlift.generation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;

/** Makes rules that bind over some tables. The same seed gives the same rule. */
public final class RuleGenerator {
    private final List<TableSchema> tables;
    private final Vocabulary vocabulary;
    private final TableCatalog catalog;
    private final FunctionCatalog functions = FunctionCatalog.builtIn();
    private final CallForms scalars;
    private final CallForms aggregates;

    /**
     * @param tables the tables that rules read, at least one
     * @param vocabulary what rules may use
     */
    public RuleGenerator(List<TableSchema> tables, Vocabulary vocabulary) {
        this.tables = List.copyOf(tables);
        this.vocabulary = vocabulary;
        this.catalog = TableCatalog.of(tables);
        this.scalars = new CallForms(functions, FunctionKind.SCALAR, vocabulary.functions(), vocabulary.calls());
        this.aggregates = new CallForms(functions, FunctionKind.AGGREGATE, vocabulary.aggregates(), vocabulary.calls());
    }

    /** The rule of a seed: it binds without an error, and all columns of its result are known. */
    public Query rule(long seed) {
        return new RuleDraft(this, new Draws(seed)).finished();
    }

    /** A condition of a seed over the columns of a row, without tables. */
    public Expression condition(long seed, List<ColumnSchema> columns) {
        Scope scope = new Scope(columns, List.of(), type -> Optional.empty(), type -> Optional.empty());
        return new ExpressionGenerator(new Draws(seed), vocabulary, scalars, scope)
                .value(KqlType.BOOL, vocabulary.depth());
    }

    List<TableSchema> tables() {
        return tables;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    TableCatalog catalog() {
        return catalog;
    }

    FunctionCatalog functions() {
        return functions;
    }

    CallForms scalars() {
        return scalars;
    }

    CallForms aggregates() {
        return aggregates;
    }
}

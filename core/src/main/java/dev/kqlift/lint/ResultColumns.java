package dev.kqlift.lint;

import dev.kqlift.analysis.FieldOrigin;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.analysis.Stage;
import dev.kqlift.analysis.StageColumns;
import dev.kqlift.catalog.Nearest;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a rule's query returns. */
final class ResultColumns {
    private final RuleContext context;
    private final BoundQuery query;
    private final Map<String, OutputField> fields = new LinkedHashMap<>();

    private ResultColumns(RuleContext context, BoundQuery query) {
        this.context = context;
        this.query = query;
        context.subject().analysis().outputFields().forEach(field -> fields.put(field.name(), field));
    }

    /** The columns of a query that is understood; otherwise the check is said not to be made. */
    static Optional<ResultColumns> of(RuleContext context) {
        Optional<String> obstacle = obstacle(context.subject());
        obstacle.ifPresent(context::notChecked);
        return obstacle.isPresent()
                ? Optional.empty()
                : context.subject().bound().map(query -> new ResultColumns(context, query));
    }

    private static Optional<String> obstacle(LintSubject subject) {
        if (subject.document().query().isEmpty()) {
            return Optional.of("the rule has no query");
        }
        if (subject.bound().isEmpty()) {
            return Optional.of("the query does not parse");
        }
        if (subject.bound().get().relation().isEmpty()) {
            return Optional.of("the query returns no table");
        }
        return subject.diagnostics().stream().anyMatch(ResultColumns::isObstacle)
                ? Optional.of("the query has errors")
                : Optional.empty();
    }

    private static boolean isObstacle(Diagnostic diagnostic) {
        boolean ofQuery = !diagnostic.code().name().startsWith("KD");
        boolean followed = diagnostic.code() != DiagnosticCode.KB004 && diagnostic.code() != DiagnosticCode.KB009;
        return ofQuery && (diagnostic.severity() == Severity.ERROR || !followed);
    }

    /** True where the result may have columns that are not known. */
    boolean open() {
        return context.subject().analysis().open();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<OutputField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    List<OutputField> all() {
        return List.copyOf(fields.values());
    }

    BoundQuery query() {
        return query;
    }

    /** The column whose name differs in case alone. */
    Optional<String> sameButForCase(String name) {
        return fields.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** Reports a column that the result does not have, with what became of it where that is known. */
    void reportMissing(NamedColumn named) {
        String name = named.column().value();
        QueryTrace trace = QueryTrace.of(query, context.subject().analysis());
        Optional<String> renamed = renamed(name, trace);
        FindingBuilder finding = context.reportInFile(
                named.column().span(), named.use().words() + " names `" + name + "`, which the query does not return");
        Optional<Stage> dropped = dropped(name, trace);
        dropped.ifPresent(
                stage -> finding.label(keyword(stage), "`" + stage.operator() + "` leaves `" + name + "` out here"));
        if (renamed.isPresent()) {
            finding.help("name `" + renamed.get() + "`, which holds its value");
        } else if (dropped.isPresent()) {
            finding.help("keep `" + name + "` in this `" + dropped.get().operator() + "`");
        } else {
            near(name)
                    .ifPresentOrElse(
                            near -> finding.help("name `" + near + "`, or let the query return the column"),
                            () -> finding.help("let the query return the column"));
        }
    }

    private Optional<String> near(String name) {
        List<String> alike =
                fields.keySet().stream().filter(known -> isAlike(name, known)).toList();
        return Nearest.word(name, alike);
    }

    /** Two names that begin alike and have most letters in common at both ends, which an affix alone does not make. */
    private static boolean isAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && lower(one.charAt(start)) == lower(other.charAt(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && lower(one.charAt(one.length() - 1 - end)) == lower(other.charAt(other.length() - 1 - end))) {
            end++;
        }
        return start >= 2 && (start + end) * 5 >= Math.max(one.length(), other.length()) * 3;
    }

    private static char lower(char c) {
        return Character.toLowerCase(c);
    }

    /**
     * The custom table whose columns all reach the result: what is known of such a table is what its connector states, and
     * more may come with the data.
     */
    Optional<String> customTablePassedOn() {
        return query.relation().stream()
                .flatMap(relation -> Trees.relations(List.of(relation)).stream())
                .filter(Relation.TableScan.class::isInstance)
                .map(Relation.TableScan.class::cast)
                .filter(scan -> scan.table().endsWith("_CL"))
                .filter(scan -> scan.columns().stream().allMatch(column -> fields.containsKey(column.name())))
                .map(Relation.TableScan::table)
                .findFirst();
    }

    /** The one column of the result that is the table column of a name and nothing more. */
    private static Optional<String> renamed(String name, QueryTrace trace) {
        List<String> found = trace.fields().stream()
                .filter(field -> field.expression().isEmpty())
                .filter(field -> field.columns().size() == 1)
                .filter(field -> field.columns().getFirst().endsWith("." + name))
                .map(FieldOrigin::name)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The last stage that had the column before it and not behind it. */
    Optional<Stage> dropped(String name) {
        return dropped(name, QueryTrace.of(query, context.subject().analysis()));
    }

    private Optional<Stage> dropped(String name, QueryTrace trace) {
        List<Stage> stages = context.subject().analysis().stages();
        for (int i = Math.min(stages.size(), trace.stages().size()) - 1; i > 0; i--) {
            StageColumns columns = trace.stages().get(i);
            if (columns.known() && columns.removed().contains(name)) {
                return Optional.of(stages.get(i));
            }
        }
        return Optional.empty();
    }

    /** The word that a stage begins with. */
    Span keyword(Stage stage) {
        boolean spelt = context.textOf(stage.span()).startsWith(stage.operator());
        int start = stage.span().start();
        return spelt ? new Span(start, start + stage.operator().length()) : stage.span();
    }
}

package dev.kqlift.analysis;

import static dev.kqlift.ir.IrBuilder.named;
import static dev.kqlift.ir.IrBuilder.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.IrBuilder;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputsTest {
    private final IrBuilder ir = new IrBuilder();

    private static List<String> sources(Relation relation) {
        return Outputs.of(query(relation)).stream()
                .map(field -> field.name() + ":" + field.source())
                .toList();
    }

    private Relation withExtended(Relation table) {
        return ir.extend(table, ir.assign("E", ir.constant("x")));
    }

    @Test
    void aTableColumnKeepsItsOriginThroughProject() {
        Relation table = withExtended(ir.table("T", "A", "B"));
        assertThat(sources(table)).containsExactly("A:table", "B:table", "E:extend");
        Relation projected = ir.pass(table, Relation.ProjectKind.PROJECT, "B", "E");
        assertThat(sources(projected)).containsExactly("B:table", "E:project");
    }

    @Test
    void reorderingRenamingAndLeavingOutKeepEveryOrigin() {
        Relation table = withExtended(ir.table("T", "A", "B"));
        assertThat(sources(ir.pass(table, Relation.ProjectKind.PROJECT_REORDER, "E", "B", "A")))
                .containsExactly("E:extend", "B:table", "A:table");
        assertThat(sources(ir.pass(table, Relation.ProjectKind.PROJECT_AWAY, "A", "E")))
                .containsExactly("A:table", "E:extend");
        assertThat(sources(ir.rename(table, "A", "Z"))).containsExactly("Z:table", "B:table", "E:extend");
    }

    @Test
    void aColumnComputedOrNamedAnewByProjectIsOfProject() {
        Relation table = ir.table("T", "A");
        Relation projected = ir.project(
                table,
                ir.assign("B", ir.ref(table, "A")),
                ir.assign("A", ir.ref(table, "A")),
                ir.assign("C", ir.constant(1)));
        assertThat(sources(projected)).containsExactly("B:project", "A:table", "C:project");
    }

    @Test
    void keysAndAggregatesAreOfSummarize() {
        Relation table = ir.table("T", "A");
        Relation summary = ir.summarize(
                table,
                List.of(ir.assign("n", ir.aggregate("count", KqlType.LONG))),
                List.of(ir.assign("A", ir.ref(table, "A"))));
        assertThat(sources(ir.where(summary, ir.constant(true)))).containsExactly("A:summarize", "n:summarize");
    }

    @Test
    void leftColumnsOfAJoinKeepTheirOriginRightOnesDoNot() {
        Relation left = withExtended(ir.table("L", "K"));
        Relation join = ir.join(left, ir.table("R", "K", "V"), "K");
        assertThat(sources(join)).containsExactly("K:table", "E:extend", "K1:join", "V:join");
    }

    @Test
    void aTableReadOnBothSidesOfAJoinKeepsTheOriginOfTheLeft() {
        Relation shared = withExtended(ir.table("T", "K"));
        Relation left = ir.pass(shared, Relation.ProjectKind.PROJECT, "K", "E");
        assertThat(sources(ir.join(left, shared, "K"))).containsExactly("K:table", "E:project", "K1:join", "E1:join");
    }

    @Test
    void aUnionMakesItsColumnsUnlessItHasOneInputOnly() {
        assertThat(sources(ir.union(ir.table("A", "X"), ir.table("B", "X")))).containsExactly("X:union");
        assertThat(sources(ir.union(withExtended(ir.table("A", "X"))))).containsExactly("X:table", "E:extend");
    }

    @Test
    void sourcesWithoutATableAreNamedAfterTheirOperator() {
        assertThat(sources(ir.datatable("x", ir.constant("a")))).containsExactly("x:datatable");
        Relation scan = new Relation.FunctionScan("Watch", List.of(), List.of(ir.text("w")), true, Origin.NONE);
        assertThat(sources(ir.pass(scan, Relation.ProjectKind.PROJECT, "w"))).containsExactly("w:function");
    }

    @Test
    void expandedParsedAndPluginColumnsAreOfTheirOperator() {
        Relation table = ir.table("T", "A");
        Assignment item = ir.assign("A", ir.ref(table, "A"));
        Relation expanded = new Relation.Expand(table, List.of(item), List.of(item.column()), false, Origin.NONE);
        Column captured = ir.text("P");
        Relation parsed = new Relation.Parse(
                expanded,
                "parse-where",
                ir.ref(expanded, "A"),
                List.of(captured),
                List.of(item.column(), captured),
                false,
                Origin.NONE);
        List<Column> all = new ArrayList<>(parsed.columns());
        all.add(ir.text("Q"));
        Relation plugin =
                new Relation.Evaluate(parsed, Optional.empty(), "bag_unpack", List.of(), all, true, Origin.NONE);
        assertThat(sources(plugin)).containsExactly("A:mv-expand", "P:parse-where", "Q:evaluate");
    }

    @Test
    void anOtherOperatorNamesWhatItMakesAndKeepsTheRest() {
        Relation table = ir.table("T", "A");
        Column made = ir.column("series", KqlType.DYNAMIC);
        Relation other = new Relation.Other(
                "make-series",
                List.of(table),
                List.of(),
                List.of(made),
                List.of(named(table, "A"), made),
                false,
                Origin.NONE);
        assertThat(sources(other)).containsExactly("A:table", "series:make-series");
    }

    @Test
    void aColumnThatNoOperatorMadeIsOfTheFirstThatStatesIt() {
        Relation table = ir.table("T", "A");
        Relation kept = new Relation.Project(
                table, Relation.ProjectKind.PROJECT_KEEP, List.of(), List.of(ir.text("Ghost")), true, Origin.NONE);
        assertThat(sources(kept)).containsExactly("Ghost:project-keep");
    }

    @Test
    void aScalarResultHasNoFields() {
        BoundQuery query = new BoundQuery(
                Optional.empty(), Optional.of(ir.constant(1)), List.of(), List.of(), List.of(), Map.of(), List.of());
        assertThat(Outputs.of(query)).isEmpty();
    }

    @Test
    void aNameThatNoSchemaStatesIsOfTheOpenTable() {
        Relation table = new Relation.TableScan("Own_CL", List.of(), true, Origin.NONE);
        Column inferred = ir.text("Custom_s");
        Relation projected = new Relation.Project(
                table, Relation.ProjectKind.PROJECT, List.of(), List.of(inferred), false, Origin.NONE);
        assertThat(sources(projected)).containsExactly("Custom_s:table");
        Assignment copy = ir.assign("Custom_s", ir.ref(inferred));
        assertThat(sources(ir.project(table, copy))).containsExactly("Custom_s:table");
        Relation kept = new Relation.Project(
                ir.extend(table, ir.assign("E", ir.constant(1))),
                Relation.ProjectKind.PROJECT_KEEP,
                List.of(),
                List.of(inferred),
                true,
                Origin.NONE);
        assertThat(sources(kept)).containsExactly("Custom_s:table");
        assertThat(sources(ir.extend(table, ir.assign("Custom_s", ir.ref(inferred)))))
                .containsExactly("Custom_s:extend");
    }

    @Test
    void aNameThatAnOpenPluginMayHaveMadeIsOfThePlugin() {
        Relation table = ir.table("T", "Bag");
        Relation unpacked = new Relation.Evaluate(
                table, Optional.empty(), "bag_unpack", List.of(), table.columns(), true, Origin.NONE);
        Relation kept = new Relation.Project(
                unpacked, Relation.ProjectKind.PROJECT_KEEP, List.of(), List.of(ir.text("k")), true, Origin.NONE);
        assertThat(sources(kept)).containsExactly("k:evaluate");
    }
}

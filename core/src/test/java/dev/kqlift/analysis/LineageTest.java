package dev.kqlift.analysis;

import static dev.kqlift.ir.IrBuilder.named;
import static dev.kqlift.ir.IrBuilder.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.IrBuilder;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {
    private final IrBuilder ir = new IrBuilder();

    private static List<String> of(Relation relation, String name) {
        return Lineage.of(query(relation)).of(named(relation, name).id());
    }

    @Test
    void aComputedColumnHasAllColumnsThatItReads() {
        Relation table = ir.table("T", "A", "B", "C");
        Scalar sum = new Scalar.Arithmetic(
                ArithmeticOperator.ADD,
                ir.call("strlen", KqlType.LONG, ir.ref(table, "B")),
                ir.member(ir.ref(table, "A"), "x"),
                KqlType.LONG,
                Origin.NONE);
        assertThat(of(ir.extend(table, ir.assign("D", sum)), "D")).containsExactly("T.A", "T.B");
    }

    @Test
    void aReplacedColumnKeepsWhatItWasMadeOf() {
        Relation table = ir.table("T", "A");
        Relation lowered = ir.extend(table, ir.assign("A", ir.call("tolower", KqlType.STRING, ir.ref(table, "A"))));
        assertThat(of(ir.extend(lowered, ir.assign("A", ir.ref(lowered, "A"))), "A"))
                .containsExactly("T.A");
    }

    @Test
    void aRenamedColumnKeepsTheNameOfTheTable() {
        assertThat(of(ir.rename(ir.table("T", "A"), "A", "Z"), "Z")).containsExactly("T.A");
    }

    @Test
    void groupKeysAndKeptValuesHaveLineageCountsHaveNone() {
        Relation table = ir.table("T", "A", "B");
        Relation summary = ir.summarize(
                table,
                List.of(
                        ir.assign("n", ir.aggregate("dcount", KqlType.LONG, ir.ref(table, "B"))),
                        ir.assign("set", ir.aggregate("make_set", KqlType.DYNAMIC, ir.ref(table, "B"))),
                        ir.assign(
                                "if",
                                ir.aggregate("take_anyif", KqlType.STRING, ir.ref(table, "B"), ir.ref(table, "A")))),
                List.of(ir.assign("A", ir.ref(table, "A"))));
        assertThat(of(summary, "n")).isEmpty();
        assertThat(of(summary, "set")).containsExactly("T.B");
        assertThat(of(summary, "if")).containsExactly("T.B");
        assertThat(of(summary, "A")).containsExactly("T.A");
    }

    @Test
    void rightColumnsOfAJoinAreThoseOfTheRightTable() {
        Relation join = ir.join(ir.table("L", "K"), ir.table("R", "K", "V"), "K");
        assertThat(of(join, "K")).containsExactly("L.K");
        assertThat(of(join, "K1")).containsExactly("R.K");
        assertThat(of(join, "V")).containsExactly("R.V");
    }

    @Test
    void aUnionColumnHasThoseOfAllInputs() {
        Relation union = ir.union(ir.table("B", "X", "Y"), ir.table("A", "X"));
        assertThat(of(union, "X")).containsExactly("A.X", "B.X");
        assertThat(of(union, "Y")).containsExactly("B.Y");
    }

    @Test
    void theNameOfTheInputOfAUnionHasNoLineage() {
        Relation table = ir.table("A", "X");
        Column source = ir.text("Source");
        Column made = ir.text("X");
        for (List<Optional<Column>> columns : List.of(
                List.of(Optional.of(named(table, "X"))),
                List.of(Optional.<Column>empty(), Optional.of(named(table, "X"))))) {
            Relation union = new Relation.Union(
                    List.of(new Relation.UnionInput(table, columns)),
                    false,
                    Optional.of(source),
                    List.of(source, made),
                    false,
                    Origin.NONE);
            assertThat(of(union, "Source")).isEmpty();
            assertThat(of(union, "X")).containsExactly("A.X");
        }
    }

    @Test
    void aUnionOfNothingHasNoLineage() {
        Column made = ir.text("X");
        Relation union = new Relation.Union(List.of(), true, Optional.empty(), List.of(made), true, Origin.NONE);
        assertThat(of(union, "X")).isEmpty();
    }

    @Test
    void parsedAndExpandedColumnsComeFromTheirText() {
        Relation table = ir.table("T", "Message", "List");
        Column captured = ir.text("User");
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(captured);
        Relation parsed = new Relation.Parse(
                table, "parse", ir.ref(table, "Message"), List.of(captured), columns, false, Origin.NONE);
        assertThat(of(parsed, "User")).containsExactly("T.Message");
        Assignment item = ir.assign("Item", ir.ref(table, "List"));
        Relation expanded = new Relation.Expand(table, List.of(item), List.of(item.column()), false, Origin.NONE);
        assertThat(of(expanded, "Item")).containsExactly("T.List");
    }

    @Test
    void aPluginsColumnComesFromTheTableGivenToItOrFromItsOnlyArgument() {
        Relation lookup = ir.table("Nets", "network", "country");
        Relation table = ir.table("T", "Ip", "Bag");
        Column country = ir.text("country");
        Relation looked = new Relation.Evaluate(
                table,
                Optional.empty(),
                "ipv4_lookup",
                List.of(
                        new Scalar.RelationArgument(lookup, Origin.NONE),
                        ir.ref(table, "Ip"),
                        ir.ref(lookup, "network")),
                List.of(named(table, "Ip"), country),
                false,
                Origin.NONE);
        assertThat(of(looked, "country")).containsExactly("Nets.country");
        Relation unpacked = new Relation.Evaluate(
                table,
                Optional.empty(),
                "bag_unpack",
                List.of(ir.ref(table, "Bag")),
                List.of(country),
                false,
                Origin.NONE);
        assertThat(of(unpacked, "country")).containsExactly("T.Bag");
    }

    @Test
    void theValueOfASubqueryIsNotACopyOfItsColumns() {
        Relation inner = ir.table("Inner", "X");
        Relation table = ir.table("T", "A");
        Scalar scalar = new Scalar.Subquery(inner, KqlType.STRING, Origin.NONE);
        assertThat(of(ir.extend(table, ir.assign("B", scalar)), "B")).isEmpty();
    }

    @Test
    void aLongChainOfReplacedColumnsComesToItsTable() {
        Relation chain = ir.table("T", "A");
        for (int i = 0; i < 300; i++) {
            chain = ir.extend(chain, ir.assign("A", ir.call("tolower", KqlType.STRING, ir.ref(chain, "A"))));
        }
        assertThat(of(chain, "A")).containsExactly("T.A");
    }

    private Relation open(String table) {
        return new Relation.TableScan(table, List.of(ir.text("TimeGenerated")), true, Origin.NONE);
    }

    @Test
    void aNameThatNoSchemaStatesIsAColumnOfTheOpenTable() {
        Column inferred = ir.text("Custom_s");
        Relation filtered = ir.where(open("Own_CL"), ir.equal(ir.ref(inferred), ir.constant("x")));
        Relation extended = ir.extend(filtered, ir.assign("Y", ir.ref(inferred)));
        assertThat(of(extended, "Y")).containsExactly("Own_CL.Custom_s");
        Relation projected = new Relation.Project(
                extended, Relation.ProjectKind.PROJECT, List.of(), List.of(ir.text("Other_s")), false, Origin.NONE);
        assertThat(of(projected, "Other_s")).containsExactly("Own_CL.Other_s");
    }

    @Test
    void anUnstatedNameOverAUnionIsAColumnOfEachOpenInput() {
        Relation union = new Relation.Union(
                List.of(
                        new Relation.UnionInput(open("B_CL"), List.of()),
                        new Relation.UnionInput(open("A_CL"), List.of()),
                        new Relation.UnionInput(ir.table("Known", "X"), List.of())),
                false,
                Optional.empty(),
                List.of(),
                true,
                Origin.NONE);
        Relation extended = ir.extend(union, ir.assign("Y", ir.ref(ir.text("Custom_s"))));
        assertThat(of(extended, "Y")).containsExactly("A_CL.Custom_s", "B_CL.Custom_s");
    }

    @Test
    void anUnstatedNameOverTwoOpenSidesOfAJoinIsOfNoKnownTable() {
        Relation left = open("L_CL");
        Relation join = new Relation.Join(
                JoinKind.INNER, false, left, open("R_CL"), List.of(), List.of(), left.columns(), true, Origin.NONE);
        assertThat(of(ir.extend(join, ir.assign("Y", ir.ref(ir.text("Custom_s")))), "Y"))
                .isEmpty();
        Relation oneSided = new Relation.Join(
                JoinKind.INNER,
                false,
                left,
                ir.datatable("x"),
                List.of(),
                List.of(),
                left.columns(),
                true,
                Origin.NONE);
        assertThat(of(ir.extend(oneSided, ir.assign("Y", ir.ref(ir.text("Custom_s")))), "Y"))
                .containsExactly("L_CL.Custom_s");
    }

    @Test
    void literalRowsJoinedToAnOpenTableStayWithoutLineage() {
        Relation rows = ir.datatable("x");
        Relation left = open("L_CL");
        Assignment right = ir.assign("x", ir.ref(rows, "x"));
        Relation join = new Relation.Join(
                JoinKind.INNER,
                false,
                left,
                rows,
                List.of(),
                List.of(right),
                List.of(right.column()),
                true,
                Origin.NONE);
        assertThat(of(join, "x")).isEmpty();
    }
}

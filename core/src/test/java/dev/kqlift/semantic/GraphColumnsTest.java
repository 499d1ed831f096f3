package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.ir.IrInvariants;
import dev.kqlift.ir.Relation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The result columns of the operators on graphs, and what is said of names and types in them. */
class GraphColumnsTest {
    private static final String GRAPH = "Logins | make-graph User --> Host with Assets on Host ";
    private static final String OF_EDGES = "Logins | make-graph User --> Host with_node_id=Name ";

    private static List<String> diagnostics(String query) {
        Binding binding = Binding.of(query);
        List<Relation> roots = List.of(binding.bound().relation().orElseThrow());
        assertThat(IrInvariants.breaches(roots, query.length())).as(query).isEmpty();
        return binding.diagnostics();
    }

    @Test
    void aMatchGivesWhatItProjects() {
        gives(
                GRAPH
                        + "| graph-match (a)-[e]->(b) where a.Score > 1 project a.Owner, e.Code, Bytes = e.Bytes, a.Score",
                "a_Owner:string, e_Code:int, Bytes:long, a_Score:long");
        gives(
                GRAPH + "| graph-match (a)-[e]->(b), (b)<-[f]-(c) project a.Owner, b.Owner, e.Ok, Owner = c.Owner",
                "a_Owner:string, b_Owner:string, e_Ok:bool, Owner:string");
        gives(OF_EDGES + "| graph-match (a)--(b) project a.Name, b.Name", "a_Name:string, b_Name:string");
    }

    @Test
    void unnamedExpressionsAreNumberedAndClashesToo() {
        gives(
                GRAPH + "| graph-match (a)-[e]->(b) project a.Score + 1, a.Owner, a.Owner, strcat(a.Owner, b.Owner)",
                "Column1:long, a_Owner:string, a_Owner1:string, Column2:string");
    }

    @Test
    void aPathOfEdgesGivesArrays() {
        gives(
                GRAPH + "| graph-match (a)-[p*1..3]->(b) where all(p, Code > 1) and any(inner_nodes(p), Score == 2) "
                        + "project hops = map(p, Host), codes = p.Code, p, hosts = strcat_array(map(inner_nodes(p), Owner), \",\")",
                "hops:dynamic, codes:dynamic, p:dynamic, hosts:string");
        gives(
                OF_EDGES + "| graph-shortest-paths output=all (a)-[p*1..5]->(b) project from = a.Name, map(p, Ok), "
                        + "d = node_degree_in(a)",
                "from:string, Column1:dynamic, d:long");
    }

    @Test
    void graphToTableGivesTheNodesOrTheEdges() {
        gives(GRAPH + "| graph-to-table nodes", "Assets.*");
        gives(GRAPH + "| graph-to-table edges", "Logins.*");
        gives(GRAPH + "| graph-to-table nodes with_node_id=Id", "Id:long, Assets.*");
        gives(GRAPH + "| graph-to-table edges with_source_id=From with_target_id=To", "From:long, To:long, Logins.*");
        gives(OF_EDGES + "| graph-to-table nodes", "Name:string");
        gives("Logins | make-graph Code --> Code with_node_id=Name | graph-to-table nodes", "Name:int");
    }

    @Test
    void severalTablesOfAGraphAreReadByTheirNames() {
        String query = GRAPH + "| graph-to-table nodes as N with_node_id=Id, edges as E; ";
        gives(query + "N | project Id, Owner", "Id:long, Owner:string");
        gives(query + "E", "Logins.*");
        assertThat(Binding.of(GRAPH + "| graph-to-table nodes as N, edges as E").diagnostics())
                .singleElement()
                .asString()
                .startsWith("KB004");
    }

    @Test
    void nodesOfSeveralTablesHaveAColumnForEachName() {
        gives(
                "Logins | make-graph User --> Host with Assets on Host, Alerts on User | graph-to-table nodes",
                "Host:string, Owner:string, Score:long, Time:datetime, User:string, Severity:string, Count:long, "
                        + "Tags:dynamic");
        gives(
                "Logins | make-graph User --> Host with Assets on Host, Logins on User | graph-to-table nodes | project "
                        + "Host, Score",
                "Host:string, Score:real");
    }

    @Test
    void componentsAndConditionsPassTheGraphOn() {
        gives(GRAPH + "| graph-mark-components | graph-to-table nodes", "Assets.*, ComponentId:long");
        gives(
                GRAPH + "| graph-mark-components kind=weak with_component_id=Family | graph-match (a)-[e]->(b) project "
                        + "a.Family, b.Owner",
                "a_Family:long, b_Owner:string");
        gives(GRAPH + "| graph-where-nodes Score > 1 | graph-where-edges Ok | graph-to-table nodes", "Assets.*");
        assertThat(diagnostics(GRAPH + "| graph-where-nodes Code > 1 | graph-to-table edges"))
                .containsExactly("KB001 Code");
        assertThat(diagnostics(GRAPH + "| graph-where-edges Owner == 'x' | graph-to-table edges"))
                .containsExactly("KB001 Owner");
    }

    @Test
    void aGraphHasANameAsATableHas() {
        gives("let G = " + GRAPH + "; G | graph-match (a)-[e]->(b) project a.Owner", "a_Owner:string");
        gives("let G = view () { " + GRAPH + "}; G | graph-to-table nodes", "Assets.*");
        gives(GRAPH + "| as G | graph-to-table nodes", "Assets.*");
        gives(
                "Logins | make-graph User --> Host with_node_id=N partitioned-by Host (graph-match (a)-[e]->(b) project "
                        + "a.N, e.Code)",
                "a_N:string, e_Code:int");
    }

    @Test
    void namesThatTheGraphDoesNotHaveAreReported() {
        assertThat(diagnostics(GRAPH + "| graph-match (a)-[e]->(b) where a.Code > 1 and Score > 1 project e.Owner"))
                .containsExactly("KB001 Code", "KB001 Score", "KB001 Owner");
        assertThat(diagnostics(GRAPH + "| graph-match (a)-[p*1..2]->(b) where all(p, Owner == \"x\") project a.Owner"))
                .containsExactly("KB001 Owner");
        assertThat(diagnostics("Logins | make-graph User --> Nope with Assets on Hst | graph-to-table edges"))
                .containsExactly("KB001 Nope", "KB001 Hst");
    }

    @Test
    void anOpenTableBehindAGraphHasTheColumnsThatAreNamed() {
        String query =
                "Missing | make-graph From --> To with Others on Name | graph-match (a)-[e]->(b) where a.Age > 3 "
                        + "project a.Name, e.Kind, b.Age";
        gives(query, "a_Name:unknown, e_Kind:unknown, b_Age:unknown");
        assertThat(diagnostics(query)).containsExactly("KB002 Missing", "KB002 Others");
        gives("graph(\"People\") | graph-match (a)-[e]->(b) project a.Name, e.Kind", "a_Name:unknown, e_Kind:unknown");
        gives("graph(\"People\") | graph-to-table nodes", "…");
    }

    @Test
    void graphsAndTablesAreNotTakenForOneAnother() {
        assertThat(Binding.of(GRAPH + "| where Score > 1").diagnostics()).containsExactly("KT001 where Score > 1");
        assertThat(diagnostics("Logins | graph-to-table nodes")).containsExactly("KT001 graph-to-table nodes");
        assertThat(diagnostics("Logins | make-graph Extra --> Host with_node_id=N | graph-to-table nodes"))
                .containsExactly("KT001 Extra");
    }

    @Test
    void aMatchWithoutAProjectionIsOpen() {
        assertThat(Binding.of(GRAPH + "| graph-match (a)-[e]->(b) where a.Score > 1")
                        .isOpen())
                .isTrue();
    }

    @Test
    void aGraphIsTheResultOfAQueryWithoutColumns() {
        Binding binding = Binding.of(GRAPH);
        assertThat(binding.columns()).isEmpty();
        assertThat(binding.isOpen()).isFalse();
        assertThat(binding.tables()).containsExactly("Assets", "Logins");
        assertThat(binding.diagnostics()).isEmpty();
    }
}

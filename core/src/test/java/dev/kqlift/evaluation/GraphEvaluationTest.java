package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What operators on graphs give, and which graphs and patterns are refused. */
final class GraphEvaluationTest {
    private static final String HOPS = "let Hops = datatable(src:string, dst:string, port:long)"
            + "['ws1','jump',22, 'jump','db',5432, 'jump','web',443, 'web','db',5432, 'lone','lone2',80];";
    private static final String GRAPH = HOPS + "Hops | make-graph src --> dst with_node_id=host ";

    private static void gives(String query, String... lines) {
        assertThat(Answers.of(query)).as(query).containsExactly(lines);
    }

    @Test
    void aPatternIsLaidOverTheGraphInEveryWay() {
        gives(
                GRAPH
                        + "| graph-match (a)-[x]->(b)-[y]->(c) where c.host == 'db' project a = a.host, b = b.host, y.port"
                        + " | sort by a asc",
                "a:string,b:string,y_port:long",
                "jump|web|5432",
                "ws1|jump|5432");
        gives(
                GRAPH + "| graph-match (a)<-[x]-(b) where x.port == 22 project a = a.host, b = b.host",
                "a:string,b:string",
                "jump|ws1");
        gives(
                GRAPH + "| graph-match (a)-[x]-(b) where x.port == 22 project a = a.host | sort by a asc",
                "a:string",
                "jump",
                "ws1");
    }

    @Test
    void aNodeThatTwoSequencesNameIsOne() {
        gives(
                GRAPH + "| graph-match (a)-->(b)-->(c), (a)-[direct]->(c) project a = a.host, b = b.host, c = c.host",
                "a:string,b:string,c:string",
                "jump|web|db");
    }

    @Test
    void aPathIsTakenApartByItsFunctions() {
        gives(
                GRAPH + "| graph-match (a)-[p*2..3]->(c) where a.host == 'ws1' and any(p, port == 443)"
                        + " project c = c.host, ports = map(p, port), over = map(inner_nodes(p), host), n = map(p, 1)"
                        + " | sort by c asc",
                "c:string,ports:dynamic,over:dynamic,n:dynamic",
                "db|[22,443,5432]|[\"jump\",\"web\"]|[1,1,1]",
                "web|[22,443]|[\"jump\"]|[1,1]");
        gives(
                GRAPH + "| graph-match (a)-[p*1..2]->(c) where c.host == 'web' and all(inner_nodes(p), host == 'jump')"
                        + " project a = a.host | sort by a asc",
                "a:string",
                "jump",
                "ws1");
    }

    @Test
    void aPathRunsOverAnEdgeOnceUnlessAllCyclesAreAskedFor() {
        String ring =
                "datatable(s:string, t:string)['a','b', 'b','a'] | make-graph s --> t with_node_id=n | graph-match ";
        gives(ring + "(x)-[p*3..3]->(y) project x.n", "x_n:string");
        gives(ring + "cycles=all (x)-[p*3..3]->(y) project x.n, y.n", "x_n:string,y_n:string", "a|b", "b|a");
        gives(ring + "cycles=none (x)-[p*1..2]->(y) project x.n", "KR001");
    }

    @Test
    void oneEdgeAtTwoPlacesOfAPatternIsRefusedUnlessTheConditionExcludesIt() {
        gives(GRAPH + "| graph-match (a)-[x]->(b)<-[y]-(c) project a.host", "KR001");
        gives(
                GRAPH
                        + "| graph-match (a)-[x]->(b)<-[y]-(c) where strcmp(a.host, c.host) > 0 project a = a.host, c = c.host",
                "a:string,c:string",
                "web|jump");
    }

    @Test
    void theShortestPathsAreTaken() {
        gives(
                GRAPH + "| graph-shortest-paths (a)-[p*1..4]->(c) where a.host == 'ws1' and c.host == 'db'"
                        + " project way = map(p, dst)",
                "way:dynamic",
                "[\"jump\",\"db\"]");
        gives(
                GRAPH + "| graph-shortest-paths (a)-[p*1..4]->(c) where c.host == 'db' and any(p, port == 443)"
                        + " project way = map(p, dst)",
                "KR001");
    }

    @Test
    void nodesAreThoseOfATableOrTheEndsOfTheEdges() {
        gives(
                GRAPH + "| graph-mark-components with_component_id=part | graph-to-table nodes",
                "host:string,part:long",
                "ws1|0",
                "jump|0",
                "db|0",
                "web|0",
                "lone|1",
                "lone2|1");
        String nodes =
                "let Assets = datatable(host:string, tier:long)['ws1',3, 'jump',2, 'db',1, 'web',1, 'lone',9%s];";
        String match = HOPS + "Hops | make-graph src --> dst with Assets on host"
                + " | graph-match (a)-[x]->(b) where b.tier == 2 project a.tier";
        gives(nodes.formatted(", 'lone2',9") + match, "a_tier:long", "3");
        gives(nodes.formatted("") + match, "KR001");
        gives(nodes.formatted(", 'lone2',9, 'db',4") + match, "KR001");
    }

    @Test
    void aTableOfEdgesNamesItsNodesByTheirHashes() {
        gives(
                "datatable(s:string, t:string)['a','b'] | make-graph s --> t"
                        + " | graph-to-table edges with_source_id=from | extend same = from == hash(s) | project s, t, same",
                "s:string,t:string,same:bool",
                "a|b|true");
        gives(
                "datatable(s:long, t:long)[1,2] | make-graph s --> t | graph-to-table edges with_source_id=from",
                "KR001");
    }

    @Test
    void aMatchWithoutAProjectionIsRefusedWhateverFollows() {
        gives(GRAPH + "| graph-match (a)-[x]->(b)<-[y]-(c) | count", "KR001");
        gives(
                GRAPH + "| graph-shortest-paths (a)-[p*1..4]->(c) where a.host == 'ws1' | summarize n = count()",
                "KR001");
    }

    @Test
    void filteredNodesAndPartitionedGraphsAreRefused() {
        gives(GRAPH + "| graph-where-nodes host != 'web' | graph-match (a)-->(b) project a.host", "KR001");
        gives(
                GRAPH + "| graph-where-edges port == 443 | graph-match (a)-->(b) project a = a.host, b = b.host",
                "a:string,b:string",
                "jump|web");
    }
}

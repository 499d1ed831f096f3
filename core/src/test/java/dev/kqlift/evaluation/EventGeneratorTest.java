package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.QueryAnalyzer;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventGeneratorTest {
    private static final TableSchema LOGINS = new TableSchema(
            "Logins",
            List.of(
                    new TableSchema.ColumnSchema("TimeGenerated", KqlType.DATETIME),
                    new TableSchema.ColumnSchema("User", KqlType.STRING),
                    new TableSchema.ColumnSchema("Details", KqlType.DYNAMIC)));

    private static final String QUERY =
            "Logins | where User has 'ada' and Details.device.name == 'host7' | mv-expand Details.roles | where Details_roles == 'admin'";

    private static LocalTable events(long seed) {
        BoundQuery bound = Binder.bind(
                QueryParser.parse(QUERY).query().orElseThrow(),
                TableCatalog.of(List.of(LOGINS)),
                FunctionCatalog.builtIn());
        return new EventGenerator(
                        seed,
                        Answers.NOW,
                        bound,
                        QueryAnalyzer.analyze(bound, List.of()).indicators())
                .events(LOGINS, 40);
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(events(7)).isEqualTo(events(7)).isNotEqualTo(events(8));
    }

    @Test
    void someEventsHoldWhatTheQueryLooksForAlsoInsideOfBags() {
        assertThat(Answers.of(
                        "Logins | where User has 'ada' and Details.device.name == 'host7'",
                        Map.of("Logins", events(7))))
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            where todatetime(User) > ago(30d)             => isnotnull(todatetime(User))
            where isnotempty(parse_url(User).Host)        => isnotempty(parse_url(User).Host)
            where ipv4_is_private(User)                   => isnotnull(parse_ipv4(User))
            where toint(User) > 5                         => isnotnull(toint(User))
            where parse_path(User).Filename == "x.exe"    => User contains ":"
            where parse_xml(User).Event.Id == "4"         => isnotempty(parse_xml(User).Event.Id)
            where Details.active == true                  => Details.active in (true, false)
            where Details.score > 5                       => isnotnull(tolong(Details.score))
            where set_has_element(Details.roles, "admin") => array_length(Details.roles) >= 0
            where Details == "[]"                         => array_length(Details) >= 0
            mv-expand Details.roles                       => array_length(Details.roles) == 2
            extend x = iff(true, User, "") | where todouble(x) > 1 => isnotnull(todouble(User))
            summarize by x = tolower(User) | where isnotnull(parse_ipv4(x)) => isnotnull(parse_ipv4(User))
            """)
    void cellsHoldWhatTheQueryUsesThemFor(String pipe, String holds) {
        String query = "Logins | " + pipe;
        LocalTable events = events(query);
        List<String> answer = Answers.of(
                "Logins | where isnotempty(User) and isnotnull(Details) | summarize countif(" + holds + "), count()",
                Map.of("Logins", events));
        String[] counts = answer.getLast().split("\\|");
        assertThat(Integer.parseInt(counts[0])).as(query + answer).isGreaterThan(Integer.parseInt(counts[1]) / 2);
    }

    @Test
    void whatASubQueryAsksForIsThereAsWell() {
        String query = "Logins | where User in ((Logins | where tostring(Details.kind) == 'vip' | project User))";

        assertThat(Answers.of("Logins | where Details.kind == 'vip'", Map.of("Logins", events(query))))
                .hasSizeGreaterThan(5);
    }

    private static LocalTable events(String query) {
        BoundQuery bound = Binder.bind(
                QueryParser.parse(query).query().orElseThrow(),
                TableCatalog.of(List.of(LOGINS)),
                FunctionCatalog.builtIn());
        return new EventGenerator(
                        7,
                        Answers.NOW,
                        bound,
                        QueryAnalyzer.analyze(bound, List.of()).indicators())
                .events(LOGINS, 40);
    }

    @Test
    void columnsThatPluginsMakeOfEventsAreThere() {
        TableSchema logs = new TableSchema("Logs", List.of(new TableSchema.ColumnSchema("Data", KqlType.STRING)));
        String query = "Logs | mv-expand d = parse_xml(Data).Event.Part | evaluate bag_unpack(d)"
                + " | extend Key = tostring(column_ifexists('@Name', '')), Value = tostring(['#text'])"
                + " | evaluate pivot(Key, take_any(Value), Data) | where isnotempty(Image) and isnotempty(column_ifexists('Host', ''))"
                + " | project Image";
        BoundQuery bound = Binder.bind(
                QueryParser.parse(query).query().orElseThrow(),
                TableCatalog.of(List.of(logs)),
                FunctionCatalog.builtIn());
        LocalTable events = new EventGenerator(1, Answers.NOW, bound, List.of()).events(logs, 40);

        assertThat(Answers.choosing(query, Map.of("Logs", events)).getFirst()).isEqualTo("Image:string");
        assertThat(events.rows().toString()).contains("<Part Name=\"Image\">", "<Part Name=\"Host\">");
    }
}

package dev.kqlift.bench;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.EventGenerator;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sign-ins and what is known of the people behind them: the cells of {@link EventGenerator}, but for those that make groups.
 * People, addresses and instants are many, and half of the cells in which a rule looks for a text hold it.
 */
final class PlausibleEvents {
    private static final int PEOPLE = 5_000;
    private static final int NETWORKS = 40;
    private static final long SECOND = 10_000_000L;
    private static final int DAY = 86_400;

    private final Random random = new Random(7);
    private final EventGenerator generator;
    private final List<Indicator> indicators;
    private final long now;

    PlausibleEvents(EventGenerator generator, List<Indicator> indicators, long now) {
        this.generator = generator;
        this.indicators = indicators;
        this.now = now;
    }

    LocalTable of(TableSchema table, int rows) {
        List<List<Value>> events = new ArrayList<>(rows);
        for (List<Value> row : generator.events(table, rows).rows()) {
            int person = random.nextInt(PEOPLE);
            List<Value> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(table.name(), table.columns().get(i), row.get(i), person));
            }
            events.add(cells);
        }
        return new LocalTable(table.columns(), events);
    }

    private Value cell(String table, TableSchema.ColumnSchema column, Value generated, int person) {
        return switch (column.name()) {
            case "UserPrincipalName", "AccountUPN" -> new Value.Text("User" + person + "@Contoso.example");
            case "UserName" -> new Value.Text("user" + person);
            case "UserId" -> new Value.Text("00000000-0000-4000-8000-" + (100_000_000_000L + person));
            case "AADTenantId" -> new Value.Text("contoso-" + person % 3);
            case "IPAddress", "SourceIPAddress" -> address(person);
            case "TimeGenerated" -> new Value.DateTime(now - SECOND * random.nextInt(DAY));
            case "Status" -> status(table + ".Status");
            default ->
                generated instanceof Value.Null && column.type() == KqlType.DYNAMIC
                        ? new Value.Array(List.of())
                        : generated;
        };
    }

    /** A person comes from few networks. */
    private Value address(int person) {
        return new Value.Text("203.0." + (person + random.nextInt(2)) % NETWORKS + "." + random.nextInt(4));
    }

    private Value status(String place) {
        List<String> sought = new ArrayList<>();
        for (Indicator indicator : indicators) {
            if (indicator.columns().contains(place)) {
                sought.addAll(indicator.values());
            }
        }
        String detail = sought.isEmpty() || random.nextBoolean()
                ? "a second factor was asked for"
                : sought.get(random.nextInt(sought.size())) + (random.nextBoolean() ? "" : " again");
        Map<String, Value> status = new LinkedHashMap<>();
        status.put("errorCode", new Value.Whole(random.nextInt(60_000), KqlType.LONG));
        status.put("additionalDetails", new Value.Text(detail));
        return new Value.Bag(status);
    }
}

package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {
    private static final String RULE = """
            id: 3b0f1a52-6c11-4a57-9d2e-5a3d5f8f7c10
            name: Vault opened at night
            kind: Scheduled
            status: Available
            queryFrequency: 1h
            query: |
              ContosoVault_CL
              | where Hour < 5
            requiredDataConnectors:
              - connectorId: ContosoVault
                dataTypes:
                  - ContosoVault_CL
            tags:
              - night
              - Schema: ContosoDoors
            entityMappings:
              - entityType: Account
                fieldMappings:
                  - identifier: Name
                    columnName: Guard
                  - identifier: UPNSuffix
                    columnName: GuardDomain
              - entityType: Host
                fieldMappings:
                  - identifier: HostName
                    columnName: Door
            sentinelEntitiesMappings:
              - columnName: Found
            customDetails:
              Floor: FloorNumber
              Vault: VaultName
            alertDetailsOverride:
              alertDisplayNameFormat: "Vault {{VaultName}}\\topened by {{Guard}}"
              alertDescriptionFormat: >-
                The vault
                {{VaultName}} was opened.
              alertTacticsColumnName: Tactics
              alertSeverityColumnName: Severity
              alertDynamicProperties:
                - alertProperty: ProductName
                  value: Product
            eventGroupingSettings:
              aggregationKind: AlertPerResult
            suppressionEnabled: false
            suppressionDuration: PT5H
            incidentConfiguration:
              createIncident: true
              groupingConfiguration:
                enabled: true
                reopenClosedIncident: "False"
                lookbackDuration: PT5H
                matchingMethod: Selected
                groupByEntities: [Account, Host]
                groupByAlertDetails: []
                groupByCustomDetails:
                  - Vault
            """;

    private final RuleDocument document = Reading.rule("vault.yaml", RULE);
    private final AlertSettings settings = AlertSettings.read(document);

    @Test
    void entitiesAreReadWithThePlaceOfEachPart() {
        assertThat(settings.entityMappings()).hasSize(2);
        AlertSettings.EntityMapping account = settings.entityMappings().getFirst();
        assertThat(account.entityType().orElseThrow().value()).isEqualTo("Account");
        assertThat(in(account.place())).isEqualTo("entityType");
        assertThat(account.fieldMappings()).hasSize(2);
        AlertSettings.FieldMapping suffix = account.fieldMappings().getLast();
        assertThat(suffix.identifier().orElseThrow().value()).isEqualTo("UPNSuffix");
        assertThat(in(suffix.columnName().orElseThrow().span())).isEqualTo("GuardDomain");
        assertThat(values(settings.sentinelEntitiesMappings())).containsExactly("Found");
    }

    @Test
    void customDetailsKeepTheirOrder() {
        assertThat(settings.customDetails())
                .extracting(detail -> detail.key().value())
                .containsExactly("Floor", "Vault");
        assertThat(in(settings.customDetails()
                        .getFirst()
                        .columnName()
                        .orElseThrow()
                        .span()))
                .isEqualTo("FloorNumber");
    }

    @Test
    void placeholdersLeadBackThroughEscapesAndFolding() {
        AlertSettings.AlertDetails details = settings.alertDetails().orElseThrow();
        AlertFormat name = details.displayNameFormat().orElseThrow();
        assertThat(name.text().value()).isEqualTo("Vault {{VaultName}}\topened by {{Guard}}");
        assertThat(in(name.placeholders().getLast().column().span())).isEqualTo("Guard");
        AlertFormat description = details.descriptionFormat().orElseThrow();
        assertThat(in(description.placeholders().getFirst().span())).isEqualTo("{{VaultName}}");
        assertThat(details.tacticsColumnName().orElseThrow().value()).isEqualTo("Tactics");
        assertThat(details.severityColumnName().orElseThrow().value()).isEqualTo("Severity");
        assertThat(details.dynamicProperties()).singleElement().satisfies(property -> {
            assertThat(property.alertProperty().orElseThrow().value()).isEqualTo("ProductName");
            assertThat(property.columnName().orElseThrow().value()).isEqualTo("Product");
        });
    }

    @Test
    void incidentsAreGroupedAsWritten() {
        IncidentSettings incident = settings.incident().orElseThrow();
        assertThat(incident.createIncident().orElseThrow().value()).isTrue();
        IncidentSettings.Grouping grouping = incident.grouping().orElseThrow();
        assertThat(grouping.reopenClosedIncident().orElseThrow().value()).isFalse();
        assertThat(grouping.lookbackDuration().orElseThrow().value()).isEqualTo("PT5H");
        assertThat(grouping.matchingMethod().orElseThrow().value()).isEqualTo("Selected");
        assertThat(values(grouping.groupByEntities())).containsExactly("Account", "Host");
        assertThat(grouping.groupByAlertDetails()).isEmpty();
        assertThat(values(grouping.groupByCustomDetails())).containsExactly("Vault");
        assertThat(in(grouping.place().span())).isEqualTo("groupingConfiguration");
    }

    @Test
    void theRestOfTheKeys() {
        assertThat(settings.aggregationKind().orElseThrow().value()).isEqualTo("AlertPerResult");
        assertThat(settings.suppressionEnabled().orElseThrow().value()).isFalse();
        assertThat(settings.suppressionDuration().orElseThrow().value()).isEqualTo("PT5H");
        assertThat(settings.status().orElseThrow().value()).isEqualTo("Available");
        assertThat(settings.requiredDataConnectors()).singleElement().satisfies(connector -> {
            assertThat(connector.connectorId().orElseThrow().value()).isEqualTo("ContosoVault");
            assertThat(values(connector.dataTypes())).containsExactly("ContosoVault_CL");
        });
        assertThat(settings.tags()).hasSize(2);
        assertThat(settings.tags().getFirst().name()).isEmpty();
        assertThat(settings.tags().getLast().name().orElseThrow().value()).isEqualTo("Schema");
        assertThat(settings.defender()).isEmpty();
        assertThat(settings.wrongShapes()).isEmpty();
        assertThat(settings.unread()).isEmpty();
    }

    @Test
    void otherShapesAreNotedWithTheirPlaceAndReadWhereThatIsPossible() {
        RuleDocument wrong = Reading.rule("wrong.yaml", """
                id: 3b0f1a52-6c11-4a57-9d2e-5a3d5f8f7c11
                name: Wrong
                query: ContosoVault_CL
                requiredDataConnectors:
                  connectorId: ContosoVault
                  dataTypes: ContosoVault_CL
                entityMappings:
                  - Account
                  - entityType: [Host]
                    fieldMappings:
                      identifier: HostName
                      columnName: Door
                customDetails:
                  - Floor: FloorNumber
                alertDetailsOverride: none
                suppressionEnabled: maybe
                tags: [[night]]
                """);
        AlertSettings read = AlertSettings.read(wrong);
        assertThat(read.wrongShapes())
                .extracting(shape -> shape.key() + ": " + shape.wanted())
                .containsExactlyInAnyOrder(
                        "requiredDataConnectors: a list of maps",
                        "dataTypes: a list of texts",
                        "entityMappings: a map",
                        "entityType: a text",
                        "fieldMappings: a list of maps",
                        "customDetails: a map",
                        "alertDetailsOverride: a map",
                        "suppressionEnabled: true or false",
                        "tags: a text or a map");
        assertThat(read.customDetails()).hasSize(1);
        assertThat(values(read.requiredDataConnectors().getFirst().dataTypes())).containsExactly("ContosoVault_CL");
        assertThat(read.entityMappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.entityType()).isEmpty();
            assertThat(mapping.fieldMappings()).hasSize(1);
        });
        WrongShape override = read.wrongShapes().stream()
                .filter(shape -> shape.key().equals("alertDetailsOverride"))
                .findFirst()
                .orElseThrow();
        assertThat(Reading.text(wrong, override.span())).isEqualTo("none");
    }

    @Test
    void templatesHaveTheSameKeysAndTheirExpressionsAreNotRead() {
        RuleDocument rule = Reading.rule("vault.json", """
                {"resources": [{"type": "Microsoft.OperationalInsights/workspaces/providers/alertRules",
                  "properties": {"displayName": "Vault", "query": "ContosoVault_CL",
                    "entityMappings": [{"entityType": "Host", "fieldMappings": [
                      {"identifier": "HostName", "columnName": "[parameters('doorColumn')]"}]}],
                    "customDetails": {"Floor": "Floor\\u004eumber"},
                    "alertDetailsOverride": {"alertDisplayNameFormat": "[[new] {{\\u0044oor}}"},
                    "suppressionEnabled": true}}]}
                """);
        AlertSettings read = AlertSettings.read(rule);
        AlertSettings.FieldMapping door =
                read.entityMappings().getFirst().fieldMappings().getFirst();
        assertThat(door.identifier().orElseThrow().value()).isEqualTo("HostName");
        assertThat(door.columnName()).isEmpty();
        assertThat(values(read.unread())).containsExactly("[parameters('doorColumn')]");
        assertThat(read.customDetails().getFirst().columnName().orElseThrow().value())
                .isEqualTo("FloorNumber");
        AlertFormat name = read.alertDetails().orElseThrow().displayNameFormat().orElseThrow();
        assertThat(name.text().value()).isEqualTo("[new] {{Door}}");
        assertThat(Reading.text(rule, name.placeholders().getFirst().column().span()))
                .isEqualTo("\\u0044oor");
        assertThat(read.suppressionEnabled().orElseThrow().value()).isTrue();
        assertThat(read.wrongShapes()).isEmpty();
    }

    @Test
    void aDefenderRuleHasAssetsAScheduleAndAScope() {
        AlertSettings read = AlertSettings.read(Reading.rule("detection.json", """
                {"displayName": "Door forced", "queryCondition": {"queryText": "DeviceEvents"},
                 "schedule": {"period": "12H"},
                 "detectionAction": {
                   "alertTemplate": {"title": "Door forced", "impactedAssets": [
                     {"@odata.type": "#microsoft.graph.security.impactedDeviceAsset", "identifier": "deviceId"}]},
                   "organizationalScope": {"scopeType": "deviceGroup", "scopeNames": ["Doors"]}}}
                """));
        DefenderSettings defender = read.defender().orElseThrow();
        assertThat(defender.period().orElseThrow().value()).isEqualTo("12H");
        assertThat(defender.impactedAssets()).singleElement().satisfies(asset -> {
            assertThat(asset.type().orElseThrow().value()).endsWith("impactedDeviceAsset");
            assertThat(asset.identifier().orElseThrow().value()).isEqualTo("deviceId");
        });
        assertThat(values(defender.organizationalScope().orElseThrow().names())).containsExactly("Doors");
    }

    @Test
    void aNewerDefenderRuleMapsColumnsByTheKeysOfItsEntities() {
        AlertSettings read = AlertSettings.read(Reading.rule("detection.yaml", """
                displayName: Door forced
                queryCondition:
                  queryText: DeviceEvents
                schedule:
                  frequency: PT1H
                  lookback: PT4H
                detectionAction:
                  alertTemplate:
                    title: Door forced
                    entityMappings:
                      hosts:
                        - deviceIdColumn: DeviceId
                          nameColumn: DeviceName
                """));
        assertThat(read.defender().orElseThrow().frequency().orElseThrow().value())
                .isEqualTo("PT1H");
        assertThat(read.entityMappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.entityType().orElseThrow().value()).isEqualTo("hosts");
            assertThat(mapping.fieldMappings())
                    .extracting(field -> field.columnName().orElseThrow().value())
                    .containsExactly("DeviceId", "DeviceName");
        });
    }

    @Test
    void aBareQueryHasNone() {
        AlertSettings read = AlertSettings.read(Reading.rule("vault.kql", "ContosoVault_CL | where Hour < 5"));
        assertThat(read.entityMappings()).isEmpty();
        assertThat(read.alertDetails()).isEmpty();
        assertThat(read.wrongShapes()).isEmpty();
    }

    @Test
    void listsThatAnchorsMultiplyAreCutOff() {
        String field = "{identifier: Name, columnName: Guard}";
        String fields = String.join(", ", Collections.nCopies(3_000, field));
        String text = """
                id: 3b0f1a52-6c11-4a57-9d2e-5a3d5f8f7c12
                name: Many
                query: ContosoVault_CL
                entityMappings:
                  - &one {entityType: Account, fieldMappings: [%s]}
                """.formatted(fields) + "  - *one\n".repeat(3_000);
        AlertSettings read = AlertSettings.read(Reading.rule("many.yaml", text));
        assertThat(read.entityMappings().stream()
                        .mapToInt(mapping -> mapping.fieldMappings().size())
                        .sum())
                .isLessThan(10_000);
        assertThat(read.wrongShapes()).anyMatch(shape -> shape.wanted().startsWith("at most "));
    }

    /** Characters are taken out, doubled and exchanged; whatever is left has settings whose places lie in the file. */
    @Test
    void damagedFilesNeverFail() {
        Random random = new Random(20_26);
        int read = 0;
        for (int round = 0; round < 1_500; round++) {
            String text = damaged(RULE, random);
            ReadOutcome outcome = RuleFiles.read(Reading.file("damaged.yaml", text));
            if (outcome instanceof ReadOutcome.Rules(List<RuleDocument> documents)) {
                for (RuleDocument damaged : documents) {
                    AlertSettings found = AlertSettings.read(damaged);
                    found.wrongShapes()
                            .forEach(shape -> assertThat(shape.span().end()).isLessThanOrEqualTo(text.length()));
                    found.alertDetails()
                            .flatMap(AlertSettings.AlertDetails::descriptionFormat)
                            .ifPresent(format -> format.placeholders()
                                    .forEach(placeholder ->
                                            assertThat(placeholder.span().end()).isLessThanOrEqualTo(text.length())));
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(damaged.length() - 20);
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(at, at + 1 + random.nextInt(12));
                case 1 -> damaged.insert(at, damaged.substring(at, at + random.nextInt(12)));
                case 2 -> damaged.insert(at, "{}[]:&*!|>'\"-#\n\t ".charAt(random.nextInt(17)));
                default -> damaged.setCharAt(at, (char) (' ' + random.nextInt(95)));
            }
        }
        return damaged.toString();
    }

    private String in(Span span) {
        return Reading.text(document, span);
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }
}

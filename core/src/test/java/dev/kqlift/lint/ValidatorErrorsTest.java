package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every error that the checks of the Azure-Sentinel repository raise on a rule file: a rule with that error, the code
 * that says so, and the place. The sign {@code §} stands before the place and is taken out of the file.
 */
final class ValidatorErrorsTest {
    private static final String MARK = "§";

    private static final String RULE = """
            id: 5c3a6d0c-6f0e-4d43-9d0a-0d4f5f0c7b11
            name: Sign-in from a blocked address
            description: Identifies sign-ins from addresses that are blocked.
            severity: Medium
            requiredDataConnectors:
              - connectorId: AzureActiveDirectory
                dataTypes:
                  - SigninLogs
            queryFrequency: 1h
            queryPeriod: 1h
            triggerOperator: gt
            triggerThreshold: 0
            tactics:
              - InitialAccess
            relevantTechniques:
              - T1190
            query: |
              SigninLogs
              | where ResultType == "50053"
            entityMappings:
              - entityType: IP
                fieldMappings:
                  - identifier: Address
                    columnName: IPAddress
            customDetails:
              Application: AppDisplayName
            alertDetailsOverride:
              alertDisplayNameFormat: Sign-in from {{IPAddress}}
              alertDescriptionFormat: The address {{IPAddress}} is blocked.
            eventGroupingSettings:
              aggregationKind: SingleAlert
            version: 1.0.0
            kind: Scheduled
            """;

    private static final String TEMPLATE = """
            {
              "resources": [
                {
                  "type": "Microsoft.OperationalInsights/workspaces/providers/alertRules",
                  "kind": "Scheduled",
                  "properties": {
                    "displayName": "Sign-in from a blocked address",
                    "description": "Identifies sign-ins from addresses that are blocked.",
                    "severity": "Medium",
                    "enabled": true,
                    "query": "SigninLogs\\n| where ResultType == \\"50053\\"",
                    "queryFrequency": "PT1H",
                    "queryPeriod": "PT1H",
                    "triggerOperator": "GreaterThan",
                    "triggerThreshold": 0,
                    "suppressionDuration": "PT5H",
                    "suppressionEnabled": false,
                    "tactics": ["InitialAccess"],
                    "techniques": ["T1190"],
                    "entityMappings": [
                      {
                        "entityType": "IP",
                        "fieldMappings": [{ "identifier": "Address", "columnName": "IPAddress" }]
                      }
                    ],
                    "customDetails": { "Application": "AppDisplayName" },
                    "alertDetailsOverride": { "alertDisplayNameFormat": "Sign-in from {{IPAddress}}" },
                    "eventGroupingSettings": { "aggregationKind": "SingleAlert" }
                  }
                }
              ]
            }
            """;

    /** A change of a rule that makes one error. */
    private record Case(String code, String name, String text) {
        @Override
        public String toString() {
            int mark = text.indexOf(MARK);
            int end = text.indexOf('\n', mark);
            return code + " " + text.substring(mark, Math.min(end < 0 ? text.length() : end, mark + 40));
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(file());
        cases.addAll(metadata());
        cases.addAll(schedule());
        cases.addAll(entities());
        cases.addAll(details());
        cases.addAll(attack());
        cases.addAll(templates());
        return cases.stream();
    }

    private static List<Case> file() {
        return List.of(
                yaml("KD010", "severity: Medium", "severity: Medium§: High"),
                yaml("KD010", "queryPeriod: 1h", "queryPeriod: 1h\n§\tqueryDelay: 1h"),
                yaml("KD013", "severity: Medium", "severity: Medium\n§severity: Medium"),
                yaml("KL112", "that are blocked.", "that are blocked §\u2013 or were."),
                yaml("KL116", "that are blocked.", "that are blocked, by https://docs.microsoft.com§/en-us/azure."),
                new Case("KL114", "rule.yml", MARK + RULE),
                yaml("KL135", "that are blocked.", "that §Azure Sentinel blocks."),
                yaml("KS003", "| where ResultType ==", "| where §=="),
                yaml("KB001", "ResultType ==", "§ResultTypes =="));
    }

    private static List<Case> metadata() {
        return List.of(
                yaml("KL105", "id: 5c3a6d0c-6f0e-4d43-9d0a-0d4f5f0c7b11\nname", "§name"),
                yaml("KL106", "id: 5c3a6d0c-6f0e-4d43-9d0a-0d4f5f0c7b11", "id: §blocked-address"),
                yaml("KL109", "id: ", "§id: ", "kind: Scheduled\n", ""),
                yaml("KL110", "kind: Scheduled", "kind: §Planned"),
                yaml("KL117", "id: ", "§id: ", "name: Sign-in from a blocked address\n", ""),
                yaml("KL117", "name: Sign-in from a blocked address", "§name: ''"),
                yaml("KL118", "name: Sign-in", "name: §" + "Sign-in ".repeat(40)),
                yaml(
                        "KL122",
                        "id: ",
                        "§id: ",
                        "description: Identifies sign-ins from addresses that are blocked.\n",
                        ""),
                yaml("KL123", "description: Identifies", "description: §" + "Identifies ".repeat(500)),
                yaml("KL125", "id: ", "§id: ", "severity: Medium\n", ""),
                yaml("KL126", "severity: Medium", "severity: §Critical"),
                yaml("KL126", "severity: Medium", "severity: §\"medium\""),
                yaml("KL131", "id: ", "§id: ", CONNECTORS, ""),
                yaml(
                        "KL132",
                        "- connectorId: AzureActiveDirectory\n    dataTypes:\n      - SigninLogs",
                        "- §connectorId: AzureActiveDirectory"),
                yaml("KD012", "query: |\n  SigninLogs\n  | where ResultType == \"50053\"\n", "", "id: ", "§id: "),
                yaml("KD012", "query: |\n  SigninLogs\n  | where ResultType == \"50053\"\n", "§query:\n"),
                yaml("KL104", "query: |\n", "query: §|\n", "\"50053\"", "\"" + "5".repeat(10_000) + "\""),
                yaml("KL103", "tactics:\n  - InitialAccess", "tactics: §InitialAccess"),
                yaml("KL127", "id: ", "§id: ", "triggerOperator: gt\n", ""),
                yaml("KL127", "id: ", "§id: ", "triggerThreshold: 0\n", ""),
                yaml("KL128", "triggerOperator: gt", "triggerOperator: §more"),
                yaml("KL129", "triggerThreshold: 0", "triggerThreshold: §10001"),
                yaml("KL129", "triggerThreshold: 0", "triggerThreshold: §-1"),
                yaml("KL129", "triggerThreshold: 0", "triggerThreshold: §0.5"),
                yaml("KL108", "version: 1.0.0", "version: §1.0"),
                yaml("KL108", "version: 1.0.0", "version: §1.0.0-beta"),
                yaml("KL108", "version: 1.0.0", "version: §1.0.123456789012345678"));
    }

    private static final String CONNECTORS =
            "requiredDataConnectors:\n  - connectorId: AzureActiveDirectory\n    dataTypes:\n      - SigninLogs\n";

    private static List<Case> schedule() {
        return List.of(
                yaml("KL201", "id: ", "§id: ", "queryFrequency: 1h\n", ""),
                yaml("KL201", "id: ", "§id: ", "queryPeriod: 1h\n", ""),
                yaml("KL202", "queryFrequency: 1h", "queryFrequency: §hourly"),
                yaml("KL202", "queryPeriod: 1h", "queryPeriod: §1w"),
                yaml("KL203", "queryFrequency: 1h", "queryFrequency: §4m"),
                yaml("KL203", "queryFrequency: 1h", "queryFrequency: §15d"),
                yaml("KL203", "queryPeriod: 1h", "queryPeriod: §4m"),
                yaml("KL203", "queryPeriod: 1h", "queryPeriod: §15d"),
                yaml("KL204", "queryPeriod: 1h", "queryPeriod: §30m"),
                yaml("KL205", "queryFrequency: 1h", "queryFrequency: §30m", "queryPeriod: 1h", "queryPeriod: 2d"),
                yaml("KL215", "aggregationKind: SingleAlert", "aggregationKind: §PerAlert"),
                yaml("KL215", "eventGroupingSettings:\n  aggregationKind: SingleAlert", "§eventGroupingSettings: {}"));
    }

    private static final String FIELD = "      - identifier: Address\n        columnName: IPAddress\n";

    private static List<Case> entities() {
        String mapping = "  - entityType: IP\n    fieldMappings:\n" + FIELD;
        return List.of(
                yaml("KL315", "entityMappings:\n" + mapping, "§entityMappings: []\n"),
                yaml("KL316", mapping, mapping.repeat(5) + mapping.replace("entityType", "§entityType")),
                yaml("KL315", mapping, mapping.repeat(10) + mapping.replace("entityType", "§entityType")),
                yaml(
                        "KL314",
                        "- entityType: IP\n    fieldMappings:\n" + FIELD,
                        "- §entityType: IP\n    fieldMappings: []\n"),
                yaml("KL314", "IP\n    fieldMappings:\n" + FIELD, "Account\n    fieldMappings:\n" + FOUR),
                yaml("KL310", "entityType: IP", "entityType: §Address"),
                yaml("KL311", "identifier: Address", "identifier: §Location"),
                yaml("KL312", "entityType: IP", "entityType: §FileHash", "identifier: Address", "identifier: Value"),
                yaml(
                        "KL313",
                        FIELD,
                        FIELD + FIELD.replace("Address\n", "§Address\n").replace("IPAddress", "IPAddress1")),
                yaml("KL330", "columnName: IPAddress", "columnName: §IP Address"),
                yaml("KL330", "columnName: IPAddress", "columnName: §" + "a".repeat(501)),
                yaml("KL331", "        columnName: IPAddress\n", "", "identifier: Address", "§identifier: Address"),
                yaml("KL331", "identifier: Address\n        columnName", "§columnName"),
                yaml("KL331", "- entityType: IP\n    fieldMappings", "- §fieldMappings"),
                yaml(
                        "KL321",
                        "| where ResultType",
                        "| extend §HostCustomEntity = AppDisplayName\n  | where ResultType"));
    }

    private static final String FOUR = """
                  - identifier: FullName
                    columnName: UserPrincipalName
                  - identifier: AadUserId
                    columnName: UserId
                  - identifier: DisplayName
                    columnName: UserDisplayName
                  - identifier: §AadTenantId
                    columnName: AADTenantId
            """.indent(0);

    private static List<Case> details() {
        String detail = "  Application: AppDisplayName\n";
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 21; i++) {
            many.append(i == 21 ? "  §Detail" : "  Detail").append(i).append(": AppDisplayName\n");
        }
        String name = "alertDisplayNameFormat: Sign-in from {{IPAddress}}";
        return List.of(
                yaml("KL103", "customDetails:\n" + detail, "customDetails:\n  §- Application: AppDisplayName\n"),
                yaml("KL323", detail, many.toString()),
                yaml("KL324", "Application:", "§ApplicationOfTheSignIn:"),
                yaml("KL324", "Application:", "§1Application:"),
                yaml("KL330", "Application: AppDisplayName", "Application: §tostring(AppDisplayName)"),
                yaml("KL330", "Application: AppDisplayName", "Application: §" + "a".repeat(501)),
                yaml("KL307", name, "alertDisplayNameFormat: §''"),
                yaml("KL307", name, "alertDisplayNameFormat: §" + "Sign-in ".repeat(40) + "{{IPAddress}}"),
                yaml("KL307", "The address", "§The address " + "is listed ".repeat(500)),
                yaml("KL306", name, name + " {{AppDisplayName}} {{UserPrincipalName}} §{{Location}}"),
                yaml("KL306", "is blocked.", "{{AppDisplayName}} {{UserId}} §{{Location}}"));
    }

    private static List<Case> attack() {
        return List.of(
                yaml("KL401", "- InitialAccess", "- §Initial Access"),
                yaml("KL401", "- InitialAccess", "- InitialAccess\n  - §PreAttack"),
                yaml("KL402", "- T1190", "- §T119"),
                yaml("KL402", "- T1190", "- §T9999"),
                yaml("KL405", "- T1190", "- §T1041"),
                yaml("KL405", "- T1190", "- §T1560.001"),
                yaml("KL406", "- T1190", "- §T1133"));
    }

    private static List<Case> templates() {
        return List.of(
                json(
                        "KL117",
                        "\"displayName\": \"Sign-in from a blocked address\",\n        \"description\"",
                        "§\"description\""),
                json("KL123", "\"Identifies", "§\"" + "Identifies ".repeat(500)),
                json("KL126", "\"Medium\"", "§\"medium\""),
                json("KD012", "\"SigninLogs\\n| where ResultType == \\\"50053\\\"\"", "§\"\""),
                json("KS003", "ResultType == \\\"50053\\\"", "ResultType ==§"),
                json("KL202", "\"queryFrequency\": \"PT1H\"", "\"queryFrequency\": §\"1h\""),
                json("KL203", "\"queryPeriod\": \"PT1H\"", "\"queryPeriod\": §\"P15D\""),
                json("KL204", "\"queryPeriod\": \"PT1H\"", "\"queryPeriod\": §\"PT30M\""),
                json(
                        "KL205",
                        "\"queryFrequency\": \"PT1H\"",
                        "\"queryFrequency\": §\"PT30M\"",
                        "\"queryPeriod\": \"PT1H\"",
                        "\"queryPeriod\": \"P2D\""),
                json("KL128", "\"GreaterThan\"", "§\"gt\""),
                json("KL129", "\"triggerThreshold\": 0", "\"triggerThreshold\": §10001"),
                json("KL401", "[\"InitialAccess\"]", "[§\"Initial Access\"]"),
                json("KL402", "[\"T1190\"]", "[§\"T9999\"]"),
                json("KL411", "[\"T1190\"]", "[§\"T1078.004\"]"),
                json("KL405", "[\"T1190\"]", "[§\"T1041\"]"),
                json("KL310", "\"entityType\": \"IP\"", "\"entityType\": §\"Ip\""),
                json("KL311", "\"identifier\": \"Address\"", "\"identifier\": §\"Location\""),
                json("KL301", "\"columnName\": \"IPAddress\"", "\"columnName\": §\"SourceAddress\""),
                json("KL302", "\"columnName\": \"IPAddress\"", "\"columnName\": §\"IpAddress\""),
                json("KL324", "\"Application\":", "§\"Application name\":"),
                json("KL304", "\"AppDisplayName\"", "§\"AppDisplay\""),
                json("KL303", "{{IPAddress}}", "{{§SourceAddress}}"),
                json("KL305", "{{IPAddress}}", "§{{IPAddress}"),
                json("KL215", "\"SingleAlert\"", "§\"singleAlert\""),
                json("KL210", "\"PT5H\"", "§\"P2D\""));
    }

    private static Case yaml(String code, String... replacements) {
        return new Case(code, "rule.yaml", replaced(RULE, replacements));
    }

    private static Case json(String code, String... replacements) {
        return new Case(code, "rule.json", replaced(TEMPLATE, replacements));
    }

    private static String replaced(String text, String... replacements) {
        String changed = text;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(changed).contains(replacements[i]);
            int at = changed.indexOf(replacements[i]);
            changed = changed.substring(0, at) + replacements[i + 1] + changed.substring(at + replacements[i].length());
        }
        return changed;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theErrorIsFoundInItsPlace(Case one) {
        String text = one.text().replace(MARK, "");
        SourceFile file = LintedText.decode(one.name(), text);
        Position expected = file.text().position(one.text().indexOf(MARK));
        assertThat(LintedText.all(one.name(), text).stream()
                        .flatMap(outcome -> outcome.findings().stream())
                        .filter(finding -> finding.check().code().equals(one.code()))
                        .map(finding -> file.text().position(finding.span().start())))
                .contains(expected);
    }

    @Test
    void theRulesThatAreChangedAreClean() {
        assertThat(serious("rule.yaml", RULE)).isEmpty();
        assertThat(serious("rule.json", TEMPLATE)).isEmpty();
    }

    private static List<Finding> serious(String name, String text) {
        return LintedText.all(name, text).stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }
}

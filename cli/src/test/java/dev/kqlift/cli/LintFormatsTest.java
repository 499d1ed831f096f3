package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine formats of lint, held against their own definitions. */
final class LintFormatsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        Files.writeString(
                folder.resolve("a, b% c.kql"),
                "// Größe 📎\nSigninLogs\n| where isnull(UserAgent)\n"
                        + "| join (AuditLogs | extend UserPrincipalName = Identity)\n  on UserPrincipalName\n");
        Files.writeString(folder.resolve("clean.kql"), LintTest.CLEAN);
        Files.writeString(folder.resolve("broken.kql"), "SigninLogs | where (\n");
        Files.writeString(
                folder.resolve("unused.kql"), "SigninLogs\n// kqlift: off KL612 because <it> is & \"was\"\n| take 5\n");
        String same = "id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01\nkind: NRT\nquery: SigninLogs\n";
        Files.writeString(folder.resolve("one.yaml"), same);
        Files.writeString(folder.resolve("two.yaml"), same);
    }

    private String lint(String format) {
        return Run.of("lint", folder, "--format", format).out();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void sarifIsValidByItsSchema() throws IOException {
        Schema schema;
        try (InputStream in = LintFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
        for (String log : List.of(
                lint("sarif"),
                Run.of("lint", folder.resolve("clean.kql"), "--format", "sarif").out(),
                Run.of("lint", Run.samples(), "--format", "sarif").out())) {
            assertThat(schema.validate(log, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate(lint("sarif").replace("\"ruleId\"", "\"rule_id\""), InputFormat.JSON))
                .as("the schema refuses something")
                .isNotEmpty();
    }

    @Test
    void sarifNamesRulesPlacesFingerprintsAndFixes() {
        JsonNode run = json(lint("sarif")).at("/runs/0");
        JsonNode join = result(run, "KL612");
        assertThat(run.at("/tool/driver/rules/" + join.at("/ruleIndex").asInt() + "/id")
                        .asString())
                .isEqualTo("KL612");
        assertThat(join.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .startsWith("file:///")
                .endsWith("/a%2C%20b%25%20c.kql");
        assertThat(join.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(4);
        assertThat(join.at("/locations/0/physicalLocation/region/endColumn").asInt())
                .isEqualTo(7);
        assertThat(join.at("/partialFingerprints/kqlift~1v1").asString()).matches(".*:KL612:[0-9a-f]{16}:1");
        JsonNode unused = result(run, "KL003");
        assertThat(unused.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .isEmpty();
        assertThat(result(run, "KL801")
                        .at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .endsWith("two.yaml");
        assertThat(run.at("/invocations/0/toolExecutionNotifications").toString())
                .contains("KL612 not checked: the query does not parse");
        assertThat(run.at("/properties/checksNotMade").asInt()).isPositive();
    }

    private static JsonNode result(JsonNode run, String code) {
        for (JsonNode result : run.get("results")) {
            if (result.get("ruleId").asString().equals(code)) {
                return result;
            }
        }
        throw new AssertionError("no " + code);
    }

    @Test
    void aFingerprintOutlivesLinesAboveAndOtherIndentation() throws IOException {
        Path rule = folder.resolve("one.yaml");
        String yaml = "id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01\nkind: NRT\nname: a\nquery: |\n  SigninLogs\n"
                + "  | where isnull(\n      UserAgent)\n";
        Files.writeString(rule, yaml);
        String before =
                result(fingerprints(rule), "KL605").get("partialFingerprints").toString();
        Files.writeString(rule, "# one\n# two\n" + yaml.replace("      UserAgent", "   UserAgent"));
        assertThat(result(fingerprints(rule), "KL605")
                        .get("partialFingerprints")
                        .toString())
                .isEqualTo(before);
    }

    private static JsonNode fingerprints(Path rule) {
        return json(Run.of("lint", rule, "--format", "sarif").out()).at("/runs/0");
    }

    @Test
    void jsonLinesHaveTheKeysOfTheContract() {
        for (String line : lint("jsonl").lines().toList()) {
            assertThat(json(line).propertyNames())
                    .containsExactly(
                            "file",
                            "rule_id",
                            "code",
                            "name",
                            "severity",
                            "message",
                            "line",
                            "column",
                            "end_line",
                            "end_column",
                            "fix");
        }
        assertThat(json(lint("json")).size())
                .isEqualTo((int) lint("jsonl").lines().count());
        assertThat(Run.of("lint", folder.resolve("clean.kql"), "--format", "json")
                        .out())
                .isEqualTo("[]\n");
    }

    @Test
    void annotationsEscapeWhatWouldEndThem() {
        assertThat(lint("github").lines())
                .allMatch(line -> line.matches("::(error|warning|notice) file=[^:]*::.*"))
                .anyMatch(line -> line.contains(
                        "/a%2C b%25 c.kql,line=4,col=3,endColumn=6,title=KL612 join-without-kind::`join`"))
                .anyMatch(line -> line.contains("%0Astate the kind: "));
    }

    @Test
    void junitHasASuiteForEachFileAndCountsThatAddUp() throws Exception {
        String xml = lint("junit");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        List<Element> suites = elements(document.getDocumentElement(), "testsuite");
        assertThat(suites).hasSize(6);
        int failures = 0;
        for (Element suite : suites) {
            assertThat(suite.getAttribute("tests"))
                    .isEqualTo(String.valueOf(elements(suite, "testcase").size()));
            assertThat(suite.getAttribute("skipped"))
                    .isEqualTo(String.valueOf(elements(suite, "skipped").size()));
            failures += elements(suite, "failure").size();
        }
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo(String.valueOf(failures));
        assertThat(xml).contains("name=\"no findings\"/>").contains("not checked\">");
        assertThat(elements(document.getDocumentElement(), "failure"))
                .extracting(failure -> failure.getAttribute("type"))
                .containsOnly("error");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

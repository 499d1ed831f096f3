package dev.kqlift.reports.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.CorpusFactsBuilder;
import dev.kqlift.corpus.facts.RuleFactsBuilder;
import dev.kqlift.corpus.facts.RuleNotes;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.reports.csv.CsvCells;
import dev.kqlift.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataWriterTest {
    private static final String RULE = """
            id: 5c1d6a6e-9a34-4d43-8a1c-0f0f6b0d7a01
            name: "=Sign-in, by \\"night\\""
            kind: Scheduled
            severity: High
            tactics: [InitialAccess]
            relevantTechniques: [T1078.004, T1086]
            query: |
              let limit = 5;
              SigninLogs
              | where ResultType in ("50126", "@home")
              | summarize Failed = count() by UserPrincipalName
              | where Failed > limit
            entityMappings:
              - entityType: Account
                fieldMappings:
                  - identifier: FullName
                    columnName: Account
            """;
    private static final String ICS = """
            name: Set point changed
            tactics: [ImpairProcessControl]
            relevantTechniques: [T0836]
            query: Contoso_CL | where isempty(Who_s)
            """;

    @TempDir
    Path folder;

    private final DataWriter writer = new DataWriter(AttackCatalog.builtIn(), CsvCells.AS_IS);

    private static CorpusFacts facts(String... texts) {
        RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());
        RuleFactsBuilder builder = new RuleFactsBuilder(AttackCatalog.builtIn());
        CorpusFactsBuilder corpus = new CorpusFactsBuilder(TableCatalog.builtIn(), AttackCatalog.builtIn());
        LintOutcome notLinted = new LintOutcome(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        for (int i = 0; i < texts.length; i++) {
            SourceFile file = new SourceFile("rules/rule" + i + ".yaml", SourceText.of(texts[i]), List.of());
            if (RuleFiles.read(file) instanceof ReadOutcome.Rules(List<RuleDocument> documents)) {
                for (AnalyzedRule rule : compiler.compile(documents.getFirst())) {
                    corpus.add(builder.build(rule, notLinted, List.of(), RuleNotes.NONE));
                }
            }
        }
        return corpus.build();
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @Test
    void csvHasARowForEachFact() throws IOException {
        writer.write(facts(RULE, ICS), List.of(DataFormat.CSV), folder);

        assertThat(read("rules.csv").lines().skip(1).toList())
                .first()
                .asString()
                .startsWith(
                        "sign-in-by-night,rules/rule0.yaml,8,5c1d6a6e-9a34-4d43-8a1c-0f0f6b0d7a01,"
                                + "\"=Sign-in, by \"\"night\"\"\",scheduled,High,,InitialAccess,T1078.004; T1086,SigninLogs,,true,false,");
        assertThat(read("indicators.csv")).isEqualTo("""
                        rule,field,kind,negated,value,case_sensitive,columns,stages,rules
                        sign-in-by-night,Failed,gt,false,5,,,4,1
                        sign-in-by-night,ResultType,in,false,50126,true,SigninLogs.ResultType,2,1
                        sign-in-by-night,ResultType,in,false,@home,true,SigninLogs.ResultType,2,1
                        set-point-changed,Who_s,is_null,false,,,Contoso_CL.Who_s,2,0
                        """);
        assertThat(read("overlap.csv")).isEqualTo("""
                        field,kind,negated,value,rules,files
                        Failed,gt,false,5,1,1
                        ResultType,in,false,50126,1,1
                        ResultType,in,false,@home,1,1
                        """);
        assertThat(read("techniques.csv")).isEqualTo("""
                        rule,tactic,tactic_name,technique,technique_name
                        sign-in-by-night,InitialAccess,Initial Access,T1078.004,Valid Accounts: Cloud Accounts
                        sign-in-by-night,,,T1086,PowerShell
                        set-point-changed,ImpairProcessControl,Impair Process Control,T0836,Modify Parameter
                        """);
        assertThat(read("mappings.csv")).isEqualTo("""
                        rule,use,group,name,column_name,holds,line,column
                        sign-in-by-night,entity,Account,FullName,Account,no,17,21
                        """);
        assertThat(read("tuning.csv").lines())
                .containsExactly(
                        "rule,kind,name,value,stage,line,column",
                        "sign-in-by-night,threshold,limit,5,0,8,15",
                        "sign-in-by-night,watch_list,ResultType,\"\"\"50126\"\", \"\"@home\"\"\",2,10,26");
    }

    @Test
    void cellsForSpreadsheetsAreNoFormulas() throws IOException {
        new DataWriter(AttackCatalog.builtIn(), CsvCells.FOR_SPREADSHEETS)
                .write(facts(RULE), List.of(DataFormat.CSV), folder);

        assertThat(read("rules.csv")).contains(",\"'=Sign-in, by \"\"night\"\"\",");
        assertThat(read("overlap.csv")).contains("ResultType,in,false,'@home,1,1\n");
    }

    @Test
    void jsonTellsAbsentValuesFromEmptyOnes() throws IOException {
        writer.write(facts(RULE, ICS), List.of(DataFormat.JSON), folder);

        assertThat(read("indicators.json"))
                .contains(
                        "{\"rule\":\"set-point-changed\",\"field\":\"Who_s\",\"kind\":\"is_null\",\"negated\":false,"
                                + "\"value\":null,\"case_sensitive\":null,\"columns\":[\"Contoso_CL.Who_s\"],\"stages\":[\"2\"],\"rules\":0}");
        assertThat(read("similar.json")).isEqualTo("[]\n");
    }

    @Test
    void layersKeepTheMatricesApartAndSayWhatTheyLeaveOut() throws IOException {
        writer.write(facts(RULE, ICS), List.of(DataFormat.NAVIGATOR), folder);

        assertThat(files())
                .containsExactly(
                        "navigator/enterprise-all.json",
                        "navigator/enterprise-kind-scheduled.json",
                        "navigator/enterprise-severity-high.json",
                        "navigator/ics-all.json",
                        "navigator/ics-kind-hunting.json");
        assertThat(read("navigator/enterprise-all.json"))
                .contains("\"domain\":\"enterprise-attack\"", "\"techniqueID\":\"T1078.004\",\"score\":1", "T1086")
                .doesNotContain("\"techniqueID\":\"T1086\"", "T0836");
        assertThat(read("navigator/ics-all.json")).contains("\"domain\":\"ics-attack\"", "\"techniqueID\":\"T0836\"");
    }

    @Test
    void secondRunTakesAwayLayersThatNoRuleFillsAndLeavesOtherFilesAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        writer.write(facts(RULE, ICS), List.of(DataFormat.NAVIGATOR), folder);
        writer.write(facts(RULE), List.of(DataFormat.NAVIGATOR), folder);

        assertThat(files())
                .containsExactly(
                        "mine.txt",
                        "navigator/enterprise-all.json",
                        "navigator/enterprise-kind-scheduled.json",
                        "navigator/enterprise-severity-high.json");
    }

    @Test
    void runThatCannotWriteLeavesNothingBehind() throws IOException {
        Path taken = folder.resolve("taken");
        Files.writeString(taken, "a file");

        assertThatThrownBy(() -> writer.write(facts(RULE), List.of(DataFormat.CSV), taken))
                .isInstanceOf(IOException.class);
        assertThat(files()).containsExactly("taken");
    }

    @Test
    void summaryNamesWhatNeedsAttention() throws IOException {
        writer.write(facts(RULE, RULE, ICS), List.of(DataFormat.MARKDOWN), folder);

        assertThat(read("summary.md"))
                .contains(
                        "| rules | 3 |",
                        "| High | 2 |",
                        "| Initial Access | 2 | 1 |",
                        "## Columns that rules name and do not return\n\n- \\=Sign-in, by \"night\" (`rules/rule0.yaml`): `Account`\n",
                        "## Rules with the same query\n\n- \\=Sign-in, by \"night\" (`rules/rule0.yaml`); ");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}

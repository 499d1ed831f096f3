package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators do to rows, and where the evaluator refuses to say. */
final class RelationEvaluationTest {
    private static final String LEFT = "let L = datatable(k:long, a:string)[1,'x', 1,'y', long(null),'n', 3,'z'];";
    private static final String RIGHT = "let R = datatable(k:long, b:string)[1,'p', long(null),'q', 4,'r'];";

    private static void gives(String query, String... lines) {
        assertThat(Answers.of(query)).as(query).containsExactly(lines);
    }

    // ---- joins

    @Test
    void aNullKeyMeetsANullKey() {
        gives(
                LEFT + RIGHT + "L | join kind=inner R on k | project a, b | sort by a asc",
                "a:string,b:string",
                "n|q",
                "x|p",
                "y|p");
    }

    @Test
    void theOldSpellingOfMvExpandStopsAt128Rows() {
        String source = "print a=range(1,200,1) | ";
        gives(source + "mvexpand a | count", "Count:long", "128");
        gives(source + "mvexpand a limit 150 | count", "Count:long", "150");
        gives(source + "mv-expand a | count", "Count:long", "200");
    }

    @Test
    void outerJoinsFillWithNullsAndEmptyTexts() {
        gives(
                LEFT + RIGHT + "L | join kind=fullouter R on k | sort by a asc, b asc",
                "k:long,a:string,k1:long,b:string",
                "null||4|r",
                "null|n|null|q",
                "1|x|1|p",
                "1|y|1|p",
                "3|z|null|");
    }

    @Test
    void semiAndAntiJoinsReturnOneSide() {
        gives(LEFT + RIGHT + "L | join kind=leftanti R on k", "k:long,a:string", "3|z");
        gives(LEFT + RIGHT + "L | join kind=rightsemi R on k | sort by b asc", "k:long,b:string", "1|p", "null|q");
    }

    @Test
    void aFilterComesBeforeTheChoiceOfALeftRowAndIsRefusedWhereThatIsNotCertain() {
        gives(LEFT + RIGHT + "L | join R on k | where a == 'y' | project a, b", "a:string,b:string", "y|p");
        gives(LEFT + RIGHT + "L | join R on k | extend c = a | where c == 'y'", "KR001");
        gives(LEFT + RIGHT + "L | join R on k | where b == 'p' | project a, b", "a:string,b:string", "x|p");
        gives(LEFT + RIGHT + "L | where a != 'y' | join R on k | where a == 'x' | project b", "b:string", "p");
    }

    // ---- choices

    private static void chooses(String query, String... lines) {
        assertThat(Answers.choosing(query)).as(query).containsExactly(lines);
    }

    @Test
    void aChoiceOfTheEngineIsTheFirstRowAndIsNotedWhereThatMatters() {
        String joined = LEFT + RIGHT + "L | join R on k ";
        String note =
                "KR006 which of several left rows of one key the join keeps is not defined (kind=inner keeps all);"
                        + " here it is the first in the order of the input";
        chooses(joined + "| extend c = a | where c == 'y' | project c", "c:string", note);
        chooses(joined + "| extend c = a | where c == 'x' | project c", "c:string", "x", note);
        chooses(joined + "| where k == 1 | project k, b", "k:long,b:string", "1|p");
        chooses(joined + "| where k == 3 | project a, b", "a:string,b:string");
        chooses(
                joined + "| where k == 1 | project x = pack_all()",
                "x:dynamic",
                "{\"k\":1,\"a\":\"x\",\"k1\":1,\"b\":\"p\"}",
                note);
    }

    @Test
    void rowsTakenWithoutAnOrderAreNoted() {
        String rows = "datatable(k:long, a:string)[1,'x', 1,'y', 2,'z', 2,'z'] | ";
        String choice = "KR006 which rows are taken is not defined without a sort before;"
                + " here it is the first in the order of the input";
        String tie = "KR006 which of the rows that tie are taken is not defined;"
                + " here it is the first in the order of the input";
        chooses(rows + "take 1", "k:long,a:string", "1|x", choice);
        chooses(rows + "take 4 | count", "Count:long", "4");
        chooses(rows + "where k == 2 | take 1", "k:long,a:string", "2|z");
        chooses(rows + "top 1 by k asc", "k:long,a:string", "1|x", tie);
        chooses(rows + "top 2 by k asc", "k:long,a:string", "1|x", "1|y");
        chooses(rows + "top 1 by k", "k:long,a:string", "2|z");
        chooses(rows + "sort by a asc | extend b = 1 | take 1", "k:long,a:string,b:long", "1|x|1");
        chooses(
                rows + "sample 1",
                "k:long,a:string",
                "1|x",
                "KR006 `sample` takes rows at random; here it is the first in the order of the input");
        gives(rows + "sample 1", "KR001");
        gives(rows + "take 1", "k:long,a:string", "1|x");
    }

    @Test
    void valuesThatAnAggregateMayChooseAreNoted() {
        String rows = "datatable(k:long, a:string, b:string)[1,'x','', 1,'y','c', 2,'z','c'] | ";
        String tie = "KR006 which of several rows that tie `arg_min` picks is not defined;"
                + " here it is the first in the order of the input";
        String value = "KR006 which of several values `take_any` takes is not defined;"
                + " here it is the first in the order of the input";
        chooses(rows + "summarize arg_min(k, a)", "k:long,a:string", "1|x", tie);
        chooses(rows + "summarize arg_max(k, a)", "k:long,a:string", "2|z");
        chooses(rows + "where a != 'y' | summarize arg_min(k, *)", "k:long,a:string,b:string", "1|x|");
        chooses(rows + "summarize take_any(a)", "a:string", "x", value);
        chooses(rows + "summarize take_any(b)", "b:string", "c");
        chooses(
                rows + "summarize take_any(a, b)",
                "a:string,b:string",
                "x|",
                "KR006 of which row `take_any` takes its values is not defined;"
                        + " here it is the first in the order of the input");
    }

    @Test
    void whatIsRefusedForATieIsChosenWhereThatIsAskedFor() {
        String bags = "datatable(d:dynamic)[dynamic({'a':1}), dynamic({'a':2})] | summarize make_bag(d)";
        chooses(
                bags,
                "bag_d:dynamic",
                "{\"a\":1}",
                "KR006 `make_bag`: the key `a` has several values, of which any may stay;"
                        + " here it is the first in the order of the input");
        gives(bags, "KR002");
        String values = "datatable(g:string)['a', 'b', 'b', 'a'] | ";
        chooses(
                values + "sample-distinct 1 of g",
                "g:string",
                "a",
                "KR006 which of the distinct values are taken is not defined;"
                        + " here it is the first in the order of the input");
        gives(values + "sample-distinct 1 of g", "KR001");
        chooses(values + "sample-distinct 2 of g", "g:string", "a", "b");
        assertThat(Answers.choosing(values + "top-hitters 1 of g"))
                .contains("a|2")
                .hasSize(3);
        assertThat(Answers.choosing(values + "top-nested 1 of g by count()"))
                .contains("a|2")
                .hasSize(3);
        chooses(
                "let T = datatable(x:long)[1, 2]; print y = toscalar(T)",
                "y:long",
                "1",
                "KR006 which of several rows gives the one value that is asked for is not defined;"
                        + " here it is the first in the order of the input");
    }

    // ---- tables at hand

    private static LocalTable table(String column, String... values) {
        return new LocalTable(
                List.of(new TableSchema.ColumnSchema(column, KqlType.STRING)),
                Arrays.stream(values)
                        .map(value -> List.<Value>of(new Value.Text(value)))
                        .toList());
    }

    private static final Map<String, LocalTable> TABLES = Map.of(
            "LogsA", table("User", "ada", ""), "LogsB", table("Host", "ada", "bob"), "Other", table("User", "eve"));

    private static void givesOfTables(String query, String... lines) {
        assertThat(Answers.of(query, TABLES)).as(query).containsExactly(lines);
    }

    @Test
    void aPatternMeansTheTablesAtHandThatItMatches() {
        givesOfTables("union Logs* | count", "Count:long", "4");
        givesOfTables(
                "union withsource=T Logs* | summarize count() by T", "T:string,count_:long", "LogsA|2", "LogsB|2");
        givesOfTables("union withsource=T * | summarize count() by T | count", "Count:long", "3");
        givesOfTables("union Nothing*", "KR001");
        givesOfTables("union isfuzzy=true Other, Nothing* | count", "Count:long", "1");
        givesOfTables("search in (Logs*) 'ada' | count", "Count:long", "2");
        givesOfTables("search * | summarize by $table", "$table:string", "LogsA", "LogsB", "Other");
    }

    @Test
    void findLooksOnlyIntoTablesThatHaveAColumnOfItsPredicate() {
        givesOfTables(
                "find in (LogsA, LogsB) where User != 'ada' project User, Host",
                "source_:string,User:string,Host:string",
                "LogsA||");
        givesOfTables(
                "find withsource=T in (LogsA, Other) where User has 'eve' or User has 'ada'",
                "T:string,User:string",
                "LogsA|ada",
                "Other|eve");
        givesOfTables("find in (LogsA, LogsB) where User == 'ada' or Host == 'bob' project pack(*)", "KR001");
        givesOfTables("find in (LogsA) where User == 'ada' project User:long", "KR001");
        givesOfTables(
                "find in (LogsA) where User == 'ada' project User, Nope:long",
                "source_:string,User:string,Nope:long",
                "LogsA|ada|null");
    }

    @Test
    void aggregatesAndUnionsOfTablesKnowTheTimeOfIngestion() {
        String now = "2024-06-01T12:00:00.0000000Z";
        givesOfTables("LogsA | summarize t = max(ingestion_time())", "t:datetime", now);
        givesOfTables(
                "LogsA | summarize by t = bin(ingestion_time(), 1d)", "t:datetime", "2024-06-01T00:00:00.0000000Z");
        givesOfTables("union LogsA, LogsB | where ingestion_time() >= now() | count", "Count:long", "4");
        givesOfTables("union LogsA, (LogsB | summarize by Host) | where ingestion_time() >= now()", "KR002");
        givesOfTables("LogsA | summarize by User | summarize max(ingestion_time())", "KR002");
    }

    // ---- unions

    @Test
    void aUnionNamesItsInputs() {
        gives(
                "let A = datatable(x:long)[1]; let V = () { print x = 2 }; union withsource=S A, V | sort by x asc",
                "S:string,x:long",
                "union_arg0|1",
                "V|2");
        gives("print x = 1 | as T | union withsource=S (print x = 2)", "KR001");
    }

    @Test
    void aFuzzyUnionLeavesOutTablesThatAreNotThere() {
        gives("union isfuzzy=true (print x = 1), (Missing | where x > 0) | count", "Count:long", "1");
    }

    // ---- groups

    @Test
    void withoutKeysThereIsOneRowAndWithKeysThereIsNone() {
        gives("datatable(x:long)[] | summarize count(), max(x)", "count_:long,max_x:long", "0|null");
        gives("datatable(x:long)[] | summarize count() by x", "x:long,count_:long");
    }

    @Test
    void theRowOfTheLargestValueIsReturned() {
        gives(
                "datatable(g:string, v:long, w:string)['a',1,'one', 'a',2,'two', 'b',long(null),'none']"
                        + " | summarize arg_max(v, *) by g | sort by g asc",
                "g:string,v:long,w:string",
                "a|2|two",
                "b|null|none");
    }

    // ---- expansion and sub-queries

    @Test
    void anEmptyArrayGivesNoRowAndANullGivesOne() {
        gives(
                "datatable(k:long, d:dynamic)[1,dynamic([10,20]), 2,dynamic([]), 3,dynamic(null)] | mv-expand d to typeof(long)",
                "k:long,d:long",
                "1|10",
                "1|20",
                "3|null");
    }

    @Test
    void severalArraysAreExpandedSideBySide() {
        gives(
                "print a = dynamic([1,2]), b = dynamic(['x']) | mv-expand with_itemindex=i a to typeof(long), b to typeof(string)",
                "a:long,b:string,i:long",
                "1|x|0",
                "2||1");
    }

    @Test
    void theSubQueryOfMvApplyRunsOverTheItemsOfOneRow() {
        gives(
                "datatable(k:long, d:dynamic)[1,dynamic([5,7]), 2,dynamic([1])]"
                        + " | mv-apply d to typeof(long) on (summarize s = sum(d)) | project k, s",
                "k:long,s:long",
                "1|12",
                "2|1");
    }

    @Test
    void aPartitionRunsTheSubQueryOverEachGroup() {
        gives(
                "datatable(g:string, v:long)['a',1, 'a',2, 'b',9] | partition by g (top 1 by v desc) | sort by g asc",
                "g:string,v:long",
                "a|2",
                "b|9");
    }

    // ---- texts taken apart

    @Test
    void aTypedColumnThatDoesNotConvertFailsTheWholeRowUnlessRelaxed() {
        String rows = "datatable(s:string)['n=5 t=ok', 'n=x t=no']";
        gives(rows + " | parse s with 'n=' n:long ' t=' t | project n, t", "n:long,t:string", "5|ok", "null|");
        gives(
                rows + " | parse kind=relaxed s with 'n=' n:long ' t=' t | project n, t",
                "n:long,t:string",
                "5|ok",
                "null|no");
        gives(rows + " | parse-where s with 'n=' n:long ' t=' t | project t", "t:string", "ok");
    }

    @Test
    void aPatternThatMayOrMayNotHaveToMatchTheWholeTextIsRefused() {
        gives("print s = 'say n=5' | parse s with 'n=' n:long", "KR001");
        gives("print s = 'n=5 more' | parse s with 'n=' n:long ' '", "KR001");
    }

    @Test
    void ofAKeyThatStandsTwiceTheFirstValueCounts() {
        gives(
                "print s = 'a=1; b=\"x;y\"; a=2' | parse-kv s as (a:long, b:string)"
                        + " with (pair_delimiter=';', kv_delimiter='=', quote='\"') | project a, b",
                "a:long,b:string",
                "1|x;y");
    }

    // ---- ordered rows

    @Test
    void windowsNeedOrderedRows() {
        gives("datatable(x:long)[3, 1] | extend p = prev(x)", "KR003");
        gives(
                "datatable(x:long)[3, 1] | sort by x asc | extend p = prev(x), s = row_cumsum(x), n = row_number()",
                "x:long,p:long,s:long,n:long",
                "1|null|1|1",
                "3|1|4|2");
    }

    @Test
    void aScanCarriesTheStateOfItsSteps() {
        gives(
                "datatable(t:long, e:string)[1,'in', 2,'out', 3,'out', 4,'in', 9,'out'] | sort by t asc"
                        + " | scan with_match_id=m declare (since:long) with"
                        + " (step a output=none: e == 'in' => since = t; step b: e == 'out' and t - a.t < 5 => since = a.since;)",
                "t:long,e:string,since:long,m:long",
                "2|out|1|0",
                "3|out|1|0");
    }

    @Test
    void aSeriesFillsWhatIsMissing() {
        gives(
                "datatable(t:long, v:long)[0,1, 4,5, 9,100] | make-series s = sum(v) default=-1 on t from 0 to 6 step 2",
                "s:dynamic,t:dynamic",
                "[1,-1,5]|[0,2,4]");
    }

    @Test
    void valuesThatTieAtTheCutAreRefused() {
        gives("datatable(g:string)['a', 'b', 'b', 'a'] | top-nested 1 of g by count()", "KR001");
        gives("datatable(g:string)['a', 'b', 'b'] | top-nested 1 of g by count()", "g:string,aggregated_g:long", "b|2");
    }

    // ---- columns that depend on the data

    @Test
    void aBagIsUnpackedIntoColumnsThatLaterOperatorsKnow() {
        gives(
                "datatable(d:dynamic)[dynamic({'b':1,'a':'x'}), dynamic({'b':3})]"
                        + " | evaluate bag_unpack(d) | where b > 1 | extend c = b + 1",
                "a:string,b:long,c:long",
                "|3|4");
    }

    @Test
    void theOrderOfPivotedColumnsIsNotGuessed() {
        String rows = "datatable(k:string, p:string)['u','A', 'u','B', 'u','A']";
        gives(rows + " | evaluate pivot(p)", "KR001");
        assertThat(Answers.choosing(rows + " | evaluate pivot(p)"))
                .contains("KR006 the order of the columns that `pivot` makes is not defined;"
                        + " here it is the first in the order of the input");
        gives(rows + " | evaluate pivot(p) : (k:string, A:long, B:long)", "k:string,A:long,B:long", "u|2|1");
    }

    @Test
    void theColumnsOfATableThatNobodyDeclaresAreThoseOfItsData() {
        LocalTable data = new LocalTable(
                List.of(new TableSchema.ColumnSchema("n", KqlType.LONG)),
                List.of(List.of(new Value.Whole(4, KqlType.LONG))));

        assertThat(Answers.of("_GetWatchlist('hosts') | extend m = n + 1", Map.of("hosts", data)))
                .containsExactly("n:long,m:long", "4|5");
    }

    @Test
    void aPatternMeansTheTablesAtHand() {
        List<TableSchema.ColumnSchema> columns = List.of(new TableSchema.ColumnSchema("s", KqlType.STRING));
        Map<String, LocalTable> data = Map.of(
                "B", new LocalTable(columns, List.of(List.of(new Value.Text("one two")))),
                "A", new LocalTable(columns, List.of(List.of(new Value.Text("two")))));

        assertThat(Answers.of("union withsource=T * | sort by T asc", data))
                .containsExactly("T:string,s:string", "A|two", "B|one two");
        assertThat(Answers.of("union isfuzzy=true A*, C* | count", data)).containsExactly("Count:long", "1");
        assertThat(Answers.of("search 'one'", data)).containsExactly("$table:string,s:string", "B|one two");
        assertThat(Answers.of("search in (A, B) 'two' | count", data)).containsExactly("Count:long", "2");
    }

    // ---- search, limits

    @Test
    void aSearchLooksAtAllColumnsAndMindsCaseWhenAsked() {
        String rows = "datatable(a:string, b:string)['Alpha','one', 'two','beta alpha']";
        gives(rows + " | search 'alpha' | project a", "a:string", "Alpha", "two");
        gives(rows + " | search kind=case_sensitive 'alpha' | project a", "a:string", "two");
    }

    @Test
    void aRunThatGrowsOverItsLimitIsRefused() {
        gives("range x from 1 to 100000 step 1 | count", "KR004");
    }

    @Test
    void aNaNIsSortedBesideTheNulls() {
        String rows = "datatable(x:real)[1.0, real(nan), real(null), real(-inf)] | ";
        gives(rows + "sort by x asc", "x:real", "null", "NaN", "-Infinity", "1.0");
        gives(rows + "sort by x asc nulls last", "x:real", "-Infinity", "1.0", "NaN", "null");
        gives(rows + "sort by x desc", "x:real", "1.0", "-Infinity", "NaN", "null");
        gives(rows + "top 2 by x desc nulls first", "x:real", "null", "NaN");
    }

    @Test
    void anExpandedItemIsCastAndNotConverted() {
        gives("print a = dynamic([1.0, 2]) | mv-expand a to typeof(long)", "a:long", "1", "2");
        gives("print a = dynamic(['x', null]) | mv-expand a to typeof(long)", "a:long", "null", "null");
        gives("print a = dynamic(['5']) | mv-expand a to typeof(long)", "KR001");
        gives("print a = dynamic([2.5]) | mv-expand a to typeof(long)", "KR001");
        gives("print a = dynamic([5]) | mv-apply a to typeof(string) on (take 1)", "KR001");
    }

    @Test
    void whatIsTakenOutOfATextIntoADynamicColumnIsRefused() {
        gives("print s = 'a=[1]' | parse s with 'a=' a:dynamic | project a", "KR001");
        gives("print s = 'a=[1]' | parse-kv s as (a:dynamic) with (pair_delimiter=',', kv_delimiter='=')", "KR001");
    }

    @Test
    void aSearchIsRefusedWhereAnInstantMayBeWrittenInAnotherWay() {
        String rows = "datatable(s:string, t:datetime)['a', datetime(2024-05-17)] | ";
        gives(rows + "search '2024-05-17'", "KR001");
        gives(rows + "where * has 'b'", "s:string,t:datetime");
    }

    @Test
    void runningSumsOfIntsAreInts() {
        gives("datatable(x:int)[1, 2] | serialize c = row_cumsum(x)", "x:int,c:int", "1|1", "2|3");
        gives("datatable(x:int)[2147483647, 1] | serialize c = row_cumsum(x)", "KR002");
    }

    @Test
    void aFilterNeedNotTellNullFromFalse() {
        String rows = "datatable(Id: long, Tags: dynamic)[1, dynamic(['vip']), 2, dynamic(null), 3, dynamic([])]";

        assertThat(Answers.of(rows + " | where Id > 0 and (set_has_element(Tags, 'vip') or Id == 3) | project Id"))
                .containsExactly("Id:long", "1", "3");
        assertThat(Answers.of(rows + " | where not(set_has_element(Tags, 'vip')) | project Id"))
                .containsExactly("KR002");
        assertThat(Answers.of(rows + " | extend Vip = set_has_element(Tags, 'vip')"))
                .containsExactly("KR002");
    }

    @Test
    void aWholeNumberForARealParameterIsAReal() {
        String half = "let half = (x:real=5) { x / 2 }; ";
        gives(half + "print half(), half(3)", "print_0:real,print_1:real", "2.5|1.5");
        gives(half + "datatable(v:int)[3] | project h = half(v)", "h:real", "1.5");
        gives("let half = (x:long) { x / 2 }; print half(3)", "print_0:long", "1");
    }

    @Test
    void aSubQueryThatGivesARowForAnEmptyArrayIsRefused() {
        gives("print a = dynamic([]) | mv-apply v = a on (summarize c = count())", "KR001");
        gives("print a = dynamic([]) | mv-apply v = a to typeof(long) on (where v > 1)", "a:dynamic,v:long");
    }
}

package dev.kqlift.diagnostics;

/**
 * Every code that kqlift can say. Codes are stable for ever; the title and the explanation are what {@code kqlift explain}
 * and the generated page show.
 */
public enum DiagnosticCode {
    KD001(
            Severity.ERROR,
            "The file cannot be read",
            "The operating system refused the file, or it vanished during the run."),
    KD002(
            Severity.ERROR,
            "The file is not text",
            "The file holds bytes that no text has. It is passed over; name a text file."),
    KD003(
            Severity.ERROR,
            "The file is too large",
            "Rule files are small. A file over the limit is not read, so that memory stays bounded."),
    KD004(
            Severity.WARNING,
            "The text was decoded with loss",
            "Some bytes are not valid in the file's encoding and were replaced by U+FFFD."),
    KD005(
            Severity.NOTE,
            "Invisible characters",
            "No-break spaces, zero-width characters or a byte order mark inside the text were read as white space; the engine may refuse them."),
    KD006(Severity.NOTE, "UTF-16 text", "The file is UTF-16; most tools expect UTF-8."),
    KD010(
            Severity.ERROR,
            "Broken YAML",
            "The file is not YAML, so that nothing can be read from it. The position is the parser's."),
    KD011(
            Severity.ERROR,
            "Broken JSON",
            "The file is not JSON, so that no rule can be read from it. The position is the parser's."),
    KD012(Severity.ERROR, "No query", "The rule has no query text: the key is missing, empty, or not a text."),
    KD013(Severity.WARNING, "Duplicate key", "A key stands twice in the same mapping; the last one counts."),
    KD014(Severity.ERROR, "Not a rule", "The file was named on the command line but is of no kind that holds rules."),
    KD015(
            Severity.WARNING,
            "Wrong type of value",
            "A key of the rule holds a value of another type than the rule format asks for; it is passed over."),
    KD016(
            Severity.NOTE,
            "Positions point at the whole value",
            "The query stands in a form whose characters cannot be followed one by one."),
    KD017(
            Severity.NOTE,
            "Several queries in one file",
            "The text does not parse whole but does when split at blank lines; each block is a rule."),
    KD018(
            Severity.NOTE,
            "Query recovered from broken YAML",
            "The YAML is broken, but the block of the query key could be cut out by its indentation; metadata may be missing."),
    KD020(
            Severity.ERROR,
            "Unknown key in kqlift.yaml",
            "The key means nothing at this place; a misspelt key would be passed over in silence. The message names the nearest key that is known."),
    KD021(
            Severity.ERROR,
            "Wrong value in kqlift.yaml",
            "The value is of another kind than the key asks for, or is no word of those that it takes."),
    KD022(
            Severity.ERROR,
            "Not a type of KQL",
            "A column, a parameter or a result is declared with a type that KQL does not have: bool, int, long, real, decimal, string, datetime, timespan, guid, dynamic."),
    KD023(
            Severity.ERROR,
            "Saved function not understood",
            "The parameters, the result or the body of a function in kqlift.yaml do not parse. The position is that of the mistake."),
    KD024(
            Severity.ERROR,
            "Keys that do not go together",
            "An entry of kqlift.yaml lacks a key that it needs, or has two that contradict each other."),
    KD025(
            Severity.ERROR,
            "No check of that name",
            "The section `lint` of kqlift.yaml names a check that kqlift does not have. A check is named by its code, the beginning of one, its name or a category. The message names the nearest one."),
    KD030(
            Severity.ERROR,
            "Unknown key in a test file",
            "The key means nothing at this place; a misspelt key would be passed over in silence. The message names the nearest key that is known."),
    KD031(
            Severity.ERROR,
            "Wrong value in a test file",
            "The value is missing, or of another kind than the key asks for; a test that is not understood in full proves nothing."),
    KD032(
            Severity.ERROR,
            "No rule for a test file",
            "The rule that the file tests is not found, cannot be read, or is not the only one of its file."),
    KD900(
            Severity.ERROR,
            "Internal error",
            "kqlift failed on this rule. The other rules are not affected. Please report it with the rule."),
    KS001(
            Severity.ERROR,
            "Unclosed or malformed string",
            "A string is not closed on its line, or holds an escape that KQL does not know. Double the backslash or use @\"…\"."),
    KS002(Severity.ERROR, "Unexpected character", "A character that no token of KQL begins with."),
    KS003(Severity.ERROR, "Syntax error", "The parser found something else than the grammar allows at this place."),
    KS004(
            Severity.ERROR,
            "Nested too deeply",
            "Brackets are nested more deeply than any real rule; the query is not parsed."),
    KS005(Severity.WARNING, "Empty query", "The text holds no statement."),
    KS006(Severity.ERROR, "Missing semicolon", "Two statements follow one another without a semicolon between them."),
    KB001(Severity.ERROR, "Unknown column", "No column of that name is in scope."),
    KB002(
            Severity.NOTE,
            "Unknown table",
            "The table's columns are not known, so that they are inferred from use and the result is open."),
    KB003(
            Severity.NOTE,
            "Unknown function",
            "The function is neither built in nor defined in the query: a workspace function. Its result is open."),
    KB004(
            Severity.WARNING,
            "Not bound yet",
            "This construct is parsed, but its meaning is not analysed yet; what depends on it is not known."),
    KB005(Severity.ERROR, "Wrong number of arguments", "The function does not take this number of arguments."),
    KB006(Severity.ERROR, "Recursive function", "A let function calls itself, which KQL refuses."),
    KB007(Severity.ERROR, "Not a table", "A table is expected here."),
    KB008(Severity.ERROR, "Not a scalar", "A scalar is expected here."),
    KB009(
            Severity.WARNING,
            "Expansion too large",
            "Calls of let functions expand to more text than kqlift analyses; the rest is not followed."),
    KB010(
            Severity.ERROR,
            "Name declared twice",
            "A let gives a name that the query has given already; the engine refuses it. Rename one of them."),
    KB011(
            Severity.WARNING,
            "Unknown parameter",
            "The parser has no parameter of that name or in that place, as far as kqlift knows its version; check the spelling."),
    KB012(
            Severity.ERROR,
            "Pattern without a case",
            "The query declares the pattern, but no case of it has these arguments and this path; the engine refuses the query."),
    KT001(Severity.ERROR, "Types do not fit", "An operator or function is given types that it does not take."),
    KX001(Severity.NOTE, "Renamed field", "The field has another name in the target."),
    KX002(Severity.WARNING, "Wider match", "The emitted condition holds for more rows than the KQL."),
    KX003(Severity.WARNING, "Narrower match", "The emitted condition holds for fewer rows than the KQL."),
    KX004(Severity.WARNING, "Approximate value", "A computed value may differ from the KQL's."),
    KX005(
            Severity.ERROR,
            "Unsupported construct",
            "The target has no faithful form for this construct; nothing is emitted."),
    KX006(
            Severity.NOTE,
            "Assumption about the data",
            "The translation is exact under a condition on the target's data, which the note states."),
    KX007(Severity.ERROR, "Rule not understood", "The rule did not parse or bind, so that it cannot be translated."),
    KX008(
            Severity.NOTE,
            "No effect on the rows",
            "The construct does not change which rows the rule returns, and is left out for this target."),
    KR001(
            Severity.ERROR,
            "Construct not evaluated",
            "The local engine does not know what this construct returns; it refuses rather than guesses."),
    KR002(
            Severity.ERROR,
            "Function not evaluated",
            "The local engine does not know this function, or what it returns for these arguments; it refuses rather than guesses."),
    KR003(Severity.ERROR, "The query fails", "Kusto itself ends this query with an error for these data."),
    KR004(
            Severity.ERROR,
            "Limit of the run reached",
            "A value or a table grows over the limits of a local run, so that memory and time stay bounded."),
    KR005(
            Severity.ERROR,
            "Unreadable input of a run",
            "A line of a batch or a file of data is not in the form that the run reads."),
    KR006(
            Severity.NOTE,
            "The engine may choose",
            "What Kusto takes here is not defined, so that it may as well give other rows; the local engine took the first candidate.");

    private final Severity severity;
    private final String title;
    private final String explanation;

    DiagnosticCode(Severity severity, String title, String explanation) {
        this.severity = severity;
        this.title = title;
        this.explanation = explanation;
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }
}

package dev.kqlift.syntax;

import java.util.Set;

/** Which words of KQL may be names without brackets, as the engine's own parser decides. */
public final class NameWords {
    /** Keywords that are names wherever a name can stand. */
    private static final Set<String> FREE = Set.of(
            "access",
            "alias",
            "best_effort",
            "consume",
            "count",
            "declare",
            "default",
            "distinct",
            "edges",
            "entity_group",
            "evaluate",
            "extend",
            "facet",
            "filter",
            "fork",
            "from",
            "getschema",
            "join",
            "let",
            "limit",
            "lookup",
            "mvapply",
            "mvexpand",
            "nodes",
            "null",
            "nulls",
            "on",
            "optional",
            "order",
            "output",
            "pack",
            "parse",
            "partition",
            "pattern",
            "query_parameters",
            "range",
            "reduce",
            "render",
            "restrict",
            "scan",
            "serialize",
            "sort",
            "step",
            "summarize",
            "take",
            "top",
            "typeof",
            "view",
            "with",
            "with_node_id");

    /** Keywords that may be read, but not given to something new. */
    private static final Set<String> REFERENCED_ONLY = Set.of("kind", "withsource", "with_source");

    /** Keywords that a column may be called, but that cannot be read without brackets. */
    private static final Set<String> DECLARED_ONLY = Set.of(
            "accumulate",
            "as",
            "by",
            "contains",
            "datatable",
            "earliest",
            "externaldata",
            "find",
            "has",
            "in",
            "invoke",
            "latest",
            "materialize",
            "mdm",
            "of",
            "print",
            "sample",
            "search",
            "set",
            "sql",
            "title",
            "to",
            "toscalar",
            "totable",
            "verbose",
            "viewers",
            "where");

    /** Words that always need brackets; a literal or an operator begins with many of them. */
    private static final Set<String> NEVER = Set.of(
            "and",
            "anomalychart",
            "areachart",
            "asc",
            "bagexpansion",
            "barchart",
            "between",
            "boolean",
            "byte",
            "cachingpolicy",
            "callout",
            "cancel",
            "card",
            "char",
            "columnchart",
            "contains_cs",
            "containscs",
            "cycles",
            "dataexport",
            "datascope",
            "date",
            "datetime",
            "decimal",
            "decodeblocks",
            "desc",
            "double",
            "dynamic",
            "encodingpolicy",
            "endswith",
            "endswith_cs",
            "expandoutput",
            "extent_tags_retention",
            "external_data",
            "false",
            "False",
            "FALSE",
            "first",
            "flags",
            "float",
            "force_remote",
            "harddelete",
            "hardretention",
            "has_all",
            "has_any",
            "has_cs",
            "hasprefix",
            "hasprefix_cs",
            "hassuffix",
            "hassuffix_cs",
            "hotcache",
            "int",
            "int16",
            "int32",
            "int64",
            "int8",
            "isfuzzy",
            "journal",
            "ladderchart",
            "last",
            "like",
            "likecs",
            "linechart",
            "long",
            "missing",
            "nooptimization",
            "notcontains",
            "notcontainscs",
            "notlike",
            "notlikecs",
            "or",
            "others",
            "pathformat",
            "piechart",
            "pivotchart",
            "project",
            "queries",
            "query_results",
            "real",
            "relaxed",
            "restricted_view_access",
            "row_level_security",
            "rowstore",
            "rowstores",
            "scatterchart",
            "seal",
            "seals",
            "shards",
            "simple",
            "softdelete",
            "softretention",
            "stackedareachart",
            "startswith",
            "startswith_cs",
            "statistics",
            "string",
            "time",
            "timechart",
            "timeline",
            "timepivot",
            "timespan",
            "treemap",
            "true",
            "True",
            "TRUE",
            "uint",
            "uint16",
            "uint32",
            "uint64",
            "uint8",
            "ulong",
            "union",
            "uniqueid",
            "views",
            "with_itemindex",
            "with_match_id",
            "with_step_name");

    private NameWords() {}

    /** True for a keyword or a word that keywords shut out. */
    public static boolean isKeyword(String word) {
        return FREE.contains(word)
                || REFERENCED_ONLY.contains(word)
                || DECLARED_ONLY.contains(word)
                || NEVER.contains(word);
    }

    /** True where the word can be read as a name without brackets. */
    public static boolean readable(String word) {
        return !DECLARED_ONLY.contains(word) && !NEVER.contains(word);
    }

    /** True where a column can be given the word as its name without brackets. */
    public static boolean declarable(String word) {
        return !REFERENCED_ONLY.contains(word) && !NEVER.contains(word);
    }

    /** True where the word can stand without brackets wherever any name can. */
    static boolean free(String word) {
        return isPlain(word) && readable(word) && declarable(word);
    }

    /** True for a letter, `_` or `$` and then letters, digits and `_`: the form of names that need no brackets. */
    static boolean isPlain(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            boolean fits = letter || (i == 0 ? c == '$' : c >= '0' && c <= '9');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}

"""Writes the function catalog from a dump of the KQL language service.

    python3 core/tools/generate_functions.py DUMP_FOLDER YYYY-MM

DUMP_FOLDER holds functions.json, aggregates.json and plugins.json, one JSON object a line: name, rn and rp (how a column
is named), alt (replacement), sigs: rk (return kind), rt (declared type), ps: n (name), k (type kind), t (declared types),
a (argument kind), min, max, v (allowed values). What the dump does not tell stands in the tables of this program; the
form of the result is described in the header that it writes.
"""

import json
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).parents[1] / "src/main/resources/dev/kqlift/catalog"

HEADER = """\
# The {what} of KQL, as of {date}.
# source\tMicrosoft's KQL language service (npm package @kusto/language-service-next, MIT) and the public documentation
# date\t{date}
#
# Written by core/tools/generate_functions.py; not edited by hand.
# A line is a function, with tabs between: name, rule by which an unnamed column is named, the rule's prefix, volatility,
# replacement where the spelling is deprecated, page of the documentation, signatures with "; " between them. "-" is none.
# A signature is (parameter, ...) -> result.
# A parameter is its name, how often it stands (once; ? optional; * any number; + one or more; {{min,max}}), ": ", the
# types that it takes (types of KQL with | between, or the word of a kind), what the argument must be where not every
# expression will do, and in brackets the values it allows, or the @ list of them. Adjacent + parameters repeat together.
# A result is a type, the word of a rule, or columns(...): "name: type", "*" for all columns of the input, and
# "{{Parameter}}" for the columns that are its arguments, with text around it or "name = " before it where they are renamed.
"""

# Lists of values that several parameters or a long line share.
LISTS = {
    "datetime_add": "date-units",
    "datetime_diff": "date-units",
    "datepart": "date-parts",
    "datetime_part": "date-parts",
}

REPLACEMENT = {
    # The dump names two functions; only this one reads its pattern as a regular expression, as the old one does.
    "replace": "replace_regex",
    "make_dictionary": "make_bag",
}

STABLE = """now ago cluster database table external_table materialized_view entity_group stored_query_result graph
    current_cluster_endpoint current_database current_principal current_principal_details current_principal_is_member_of
    cursor_current current_cursor datetime_list_timezones geo_info_from_ip_address iscolumnexists column_names_of
    estimate_rows_count""".split()

# Random, bound to the row or its place, or answered by something outside of the query.
VOLATILE = """rand new_guid row_number row_cumsum row_rank row_rank_dense row_rank_min row_window_session prev next
    ingestion_time extent_id extentid extent_tags row_id rowstore_ordinal_range cursor_after cursor_before_or_at
    current_node_id column_ifexists columnifexists pack_all estimate_data_size __invoke all map inner_nodes node_id
    node_degree_in node_degree_out labels any anyif take_any take_anyif preview rows_near azure_digital_twins_query_request
    cosmosdb_sql_request csharp dax_request execute_query execute_show_command external_datatable http_request
    http_request_post infer_storage_schema infer_storage_schema_with_suggestions mysql_request postgresql_request python r
    sql_request ai_chat_completion ai_chat_completion_prompt ai_embed_text ai_embeddings""".split()

# What the dump calls custom or computed, and what is known of it for sure.
RESULTS = {
    "scalar": {
        name: "dynamic"
        for name in """array_concat array_iff array_iif pack pack_dictionary bag_pack bag_pack_columns pack_all pack_array
            set_union set_intersect set_difference bag_merge bag_remove_keys bag_set_key series_stats_dynamic
            series_fit_line_dynamic series_fit_2lines_dynamic map inner_nodes""".split()
    }
    | {
        "bin_auto": "param0-promoted",
        "series_stats": "columns(min: real, min_idx: long, max: real, max_idx: long, avg: real, stdev: real,"
        " variance: real)",
        "series_fft": "columns(real: dynamic, imag: dynamic)",
        "series_ifft": "columns(real: dynamic, imag: dynamic)",
        "series_fit_line": "columns(rsquare: real, slope: real, variance: real, rvariance: real, interception: real,"
        " line_fit: dynamic)",
        "series_fit_2lines": "columns(rsquare: real, split_idx: long, variance: real, rvariance: real,"
        " line_fit: dynamic, right_rsquare: real, right_slope: real, right_interception: real, right_variance: real,"
        " right_rvariance: real, left_rsquare: real, left_slope: real, left_interception: real, left_variance: real,"
        " left_rvariance: real)",
        "series_fit_poly": "columns(rsquare: real, coefficients: dynamic, variance: real, rvariance: real,"
        " poly_fit: dynamic)",
        "series_periods_detect": "columns(periods: dynamic, scores: dynamic)",
        "series_periods_validate": "columns(periods: dynamic, scores: dynamic)",
        "series_decompose": "columns(baseline: dynamic, seasonal: dynamic, trend: dynamic, residual: dynamic)",
        "series_decompose_forecast": "columns(baseline: dynamic, seasonal: dynamic, trend: dynamic, residual: dynamic)",
        "series_decompose_anomalies": "columns(ad_flag: dynamic, ad_score: dynamic, baseline: dynamic)",
    },
    "aggregate": {
        "percentiles_array": "dynamic",
        "percentilesw_array": "dynamic",
    },
    "plugin": {
        "active_users_count": "columns({TimelineColumn}, {Dimension}, dcount: long)",
        "activity_counts_metrics": "columns({TimelineColumn}, {Dimension}, count: long, dcount: long, new_dcount: long,"
        " aggregated_dcount: long)",
        "activity_engagement": "columns({TimelineColumn}, {Dimension}, dcount_activities_inner: long,"
        " dcount_activities_outer: long, activity_ratio: real)",
        "activity_metrics": "columns({TimelineColumn}, {Dimension}, dcount_values: long, dcount_newvalues: long,"
        " retention_rate: real, churn_rate: real)",
        "autocluster": "columns(SegmentId: long, Count: long, Percent: real, *)",
        "basket": "columns(SegmentId: long, Count: long, Percent: real, *)",
        "diffpatterns": "columns(SegmentId: long, CountA: long, CountB: long, PercentA: real, PercentB: real,"
        " PercentDiffAB: real, *)",
        "estimate_rows_count": "columns(EstimatedRowsCount: long)",
        "funnel_sequence": "columns({TimelineColumn}, prev = {StateColumn}, next = {StateColumn}, dcount: long,"
        " samples: dynamic)",
        "funnel_sequence_completion": "columns({TimelineColumn}, {StateColumn}, Period: timespan, dcount: long)",
        "http_request": "columns(ResponseHeaders: dynamic, ResponseBody: dynamic)",
        "http_request_post": "columns(ResponseHeaders: dynamic, ResponseBody: dynamic)",
        "identity": "columns(*)",
        "identity_v3": "columns(*)",
        "infer_storage_schema": "columns(CslSchema: string)",
        "infer_storage_schema_with_suggestions": "columns(SuggestedTableSchema: string)",
        "narrow": "columns(Row: long, Column: string, Value: string)",
        "new_activity_metrics": "columns(from_{TimelineColumn}, to_{TimelineColumn}, {Dimension},"
        " dcount_new_values: long, dcount_retained_values: long, dcount_churn_values: long, retention_rate: real,"
        " churn_rate: real)",
        "rows_near": "columns(*)",
        "session_count": "columns({TimelineColumn}, {Dimension}, count_sessions: long)",
        "sliding_window_counts": "columns({TimelineColumn}, {Dimension}, Count: long, Dcount: long)",
    }
    | {
        name: "open-table"
        for name in """azure_digital_twins_query_request cosmosdb_sql_request dax_request execute_query
            execute_show_command external_datatable mysql_request postgresql_request sql_request""".split()
    },
}

RESULT_NAMES = {
    ("aggregate", "percentiles_array"): ("prefix-and-first-argument", "percentiles"),
    ("aggregate", "percentilesw_array"): ("prefix-and-first-argument", "percentiles"),
}

# Documented, but unknown to the dump.
EXTRA = {
    "plugin": [
        "diffpatterns_text\tnone\t-\timmutable\t-\tdiffpatterns-text-plugin\t(TextColumn: scalar column,"
        " BooleanCondition: bool, MinTokens?: integer, Threshold?: real, MaxTokens?: integer) ->"
        " columns(Count_of_True: long, Count_of_False: long, Percent_of_True: real, Percent_of_False: real,"
        " Pattern: string)",
    ],
}

PAGES = {
    "scalar": {
        "dayofmonth": "day-of-month-function",
        "dayofweek": "day-of-week-function",
        "dayofyear": "day-of-year-function",
        "hourofday": "hour-of-day-function",
        "endofday": "end-of-day-function",
        "endofweek": "end-of-week-function",
        "endofmonth": "end-of-month-function",
        "endofyear": "end-of-year-function",
        "parse_urlquery": "parse-url-query-function",
        "iif": "iff-function",
        "extractjson": "extract-json-function",
        "toboolean": "tobool-function",
        "all": "all-graph-function",
        "any": "any-graph-function",
        "map": "map-graph-function",
        "inner_nodes": "inner-nodes-graph-function",
        "labels": "labels-graph-function",
    }
    | {
        name: "-"
        for name in """entity_group stored_query_result node_id node_degree_in node_degree_out merge_tdigest
            gzip_compress_to_base64_string gzip_decompress_from_base64_string zlib_compress_to_base64_string
            zlib_decompress_from_base64_string hash_md5 hash_sha1 hash_sha256""".split()
    },
    "aggregate": {
        name: "percentiles-aggregation-function"
        for name in "percentile percentiles percentiles_array percentilew percentilesw percentilesw_array".split()
    }
    | {"merge_tdigest": "-"},
    "plugin": {"cosmosdb_sql_request": "cosmosdb-plugin", "identity": "-", "identity_v3": "-", "estimate_rows_count": "-"},
}

SUFFIX = {"scalar": "-function", "aggregate": "-aggregation-function", "plugin": "-plugin"}

RULES = {
    "Parameter0": "param0",
    "Parameter1": "param1",
    "Parameter2": "param2",
    "ParameterN": "paramN",
    "Parameter0Literal": "param0-literal",
    "Parameter1Literal": "param1-literal",
    "ParameterNLiteral": "paramN-literal",
    "Parameter0Promoted": "param0-promoted",
    "Parameter0Array": "param0-array",
    "Common": "common",
    "CommonNonDynamic": "common-non-dynamic",
    "Widest": "widest",
}


def hyphenated(word):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word).replace("_", "-").lower()


def multiplicity(low, high):
    known = {(1, 1): "", (0, 1): "?", (0, 32767): "*", (1, 32767): "+"}
    return known.get((low, high), "{%d,%s}" % (low, "" if high == 32767 else high))


def parameter(function, entry, lists):
    types = "|".join(entry["t"]) if entry["k"] == "Declared" else hyphenated(entry["k"])
    text = entry["n"] + multiplicity(entry["min"], entry["max"]) + ": " + types
    if entry.get("a", "Expression") != "Expression":
        text += " " + hyphenated(entry["a"])
    if entry["v"]:
        values = "|".join(entry["v"])
        if len(values) < 40:
            return text + f" [{values}]"
        name = LISTS.get(function) or function.replace("convert_", "") + "-units"
        if lists.setdefault(name, values) != values:
            raise SystemExit(f"two lists called {name}")
        text += f" [@{name}]"
    return text


def result(kind, name, signature):
    rule = signature["rk"]
    if rule == "Declared" and isinstance(signature.get("rt"), str) and "object" not in signature["rt"]:
        return signature["rt"]
    if rule in RULES:
        return RULES[rule]
    if rule.startswith("Parameter0"):
        return "not-scalar"
    known = RESULTS[kind].get(name, "computed")
    # One signature of a plugin may lack a parameter that the columns of another name.
    names = {entry["n"] for entry in signature["ps"]}
    return re.sub(r"\{(\w+)\}, ", lambda hit: hit.group(0) if hit.group(1) in names else "", known)


def page(kind, entry):
    name = entry["name"]
    if name in PAGES[kind]:
        return PAGES[kind][name]
    if name.startswith("_") or entry.get("hidden") or entry.get("alt"):
        return "-"
    return name.replace("_", "-") + SUFFIX[kind]


def line(kind, entry, lists):
    name = entry["name"]
    rule, prefix = RESULT_NAMES.get((kind, name), (hyphenated(entry["rn"]), entry.get("rp") or "-"))
    volatility = "stable" if name in STABLE else "volatile" if name in VOLATILE else "immutable"
    replacement = REPLACEMENT.get(name) or entry.get("alt") or "-"
    signatures = []
    for signature in entry["sigs"]:
        parameters = ", ".join(parameter(name, each, lists) for each in signature["ps"])
        signatures.append(f"({parameters}) -> {result(kind, name, signature)}")
    return "\t".join([name, rule, prefix, volatility, replacement, page(kind, entry), "; ".join(signatures)])


def write(folder, date, source, kind, target, what):
    lists = {}
    dumped = (folder / source).read_text(encoding="utf-8").splitlines()
    lines = [line(kind, json.loads(text), lists) for text in dumped if text] + EXTRA.get(kind, [])
    lines.sort(key=lambda text: text.split("\t")[0].encode())
    shared = [f"@{name}\t{values}" for name, values in sorted(lists.items())]
    text = HEADER.format(what=what, date=date) + "\n".join(shared + lines) + "\n"
    (FOLDER / target).write_text(text, encoding="utf-8", newline="\n")


def main(folder, date):
    folder = pathlib.Path(folder)
    write(folder, date, "functions.json", "scalar", "scalar-functions.tsv", "scalar functions")
    write(folder, date, "aggregates.json", "aggregate", "aggregate-functions.tsv", "aggregate functions")
    write(folder, date, "plugins.json", "plugin", "plugins.tsv", "plugins")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])

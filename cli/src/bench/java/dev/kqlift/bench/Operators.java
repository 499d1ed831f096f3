package dev.kqlift.bench;

/** Operators and functions whose work should grow with the number of rows and no faster, each in a query over {@code T}. */
public enum Operators {
    FILTER("T | where Text has 'echo' and Number > 10 and Name !in ('a', 'b')"),
    PROJECT("T | extend x = strcat(Name, '-', Text), y = Number * 2 | project-away Bag"),
    REGEX("T | where Text matches regex @'user-[0-9]+[02468] ' | extend u = extract(@'user-([0-9]+)', 1, Text)"),
    LONG_IN_LIST("T | where Name in~ (ten_thousand)"),
    HAS_ANY("T | where Text has_any ('user-1', 'user-22', 'user-333', 'nobody', 'nothing', 'nowhere')"),
    IN_SUBQUERY("T | where Name in ((T | where Number % 2 == 0 | project Name))"),
    TOSCALAR("T | where Number > toscalar(T | summarize avg(Number))"),
    HAS_ANY_OF_TOSCALAR("T | where Name has_any (toscalar(T | summarize make_set(Name, 50)))"),
    SORT("T | sort by Name asc, Time desc"),
    TOP("T | top 10 by Number desc"),
    DISTINCT("T | distinct Name, Kind"),
    SUMMARIZE("T | summarize min(Time), max(Time), count(), avg(Number) by Name, Kind"),
    ONE_GROUP("T | summarize min(Time), max(Time), count(), avg(Number), dcount(Name)"),
    MAKE_SET("T | summarize make_set(Name), make_list(Number)"),
    DCOUNT("T | summarize dcount(Name) by Kind"),
    PERCENTILES("T | summarize percentiles(Number, 5, 50, 95) by Kind"),
    ARG_MAX("T | summarize arg_max(Time, *) by Name"),
    TOP_NESTED("T | extend w = Number + 0 | top-nested of Kind by sum(w), top-nested 3 of Name by sum(w * 7919 + Id)"),
    JOIN("T | join kind=inner (T | distinct Name, Kind | summarize Kinds = count() by Name) on Name"),
    INNER_UNIQUE("T | join (T | summarize Latest = max(Time) by Name) on Name"),
    LOOKUP("T | lookup (T | summarize Latest = max(Time) by Name) on Name"),
    ANTI_JOIN("T | join kind=leftanti (T | where Number > 500 | distinct Name) on Name"),
    UNION("union T, (T | where Number > 3)"),
    MV_EXPAND("T | mv-expand Item = Bag.items to typeof(string) | summarize count() by Item"),
    MV_APPLY("T | mv-apply Item = Bag.items to typeof(string) on (where Item != 'x' | summarize n = count())"),
    PARTITION("T | partition hint.strategy=native by Kind (summarize n = count() by Name)"),
    PARSE("T | parse Text with 'user-' User:long ' ' Rest"),
    PREV_NEXT("T | sort by Id asc | extend before = prev(Number), after = next(Number, 2), row = row_number()"),
    ROW_CUMSUM("T | sort by Id asc | extend sum = row_cumsum(Number, Name != prev(Name))"),
    SESSIONS("T | sort by Name asc, Time asc | extend s = row_window_session(Time, 1h, 5m, Name != prev(Name))"),
    MAKE_SERIES(
            "T | make-series n = count() default=0 on Time from datetime(2024-06-01) to datetime(2024-06-02) step 1h by Kind"),
    BAG_UNPACK("T | project Id, Bag | evaluate bag_unpack(Bag)"),
    SERIALIZED_SCAN(
            "T | sort by Id asc | scan with_match_id = m declare (n: long = 0) with (step s: true => n = s.n + 1;)"),
    USED_OFTEN(
            "let F = T | where Text has 'echo'; F | join kind=inner (F | summarize a = count() by Name) on Name | join kind=inner (F | summarize b = count() by Kind) on Kind | where Name in ((F | project Name))"),
    NESTED_JOINS(
            "let S = T | summarize n = count() by Name; T | join S on Name | join S on Name | join S on Name | join S on Name | where n > 0 and n1 > 0"),
    SEARCH("search in (T) 'echo'"),
    COUNT_OF_ARRAYS("T | extend n = array_length(Bag.items), m = set_difference(Bag.items, dynamic(['a']))");

    private static final int LONG_LIST = 10_000;

    private final String query;

    Operators(String query) {
        this.query = query;
    }

    String query() {
        StringBuilder list = new StringBuilder();
        if (query.contains("ten_thousand")) {
            for (int i = 0; i < LONG_LIST; i++) {
                list.append(i == 0 ? "" : ",").append("'NAME").append(i * 3).append('\'');
            }
        }
        return query.replace("ten_thousand", list);
    }
}

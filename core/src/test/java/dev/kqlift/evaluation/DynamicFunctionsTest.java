package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

final class DynamicFunctionsTest {
    @Test
    void arrays() {
        Expressions.hold("""
                array_length(dynamic([1,[2]])) => 2
                array_length(dynamic({})) => null
                array_slice(dynamic([1,2,3,4]), -3, -2) => [2,3]
                array_slice(dynamic([1,2]), 5, 9) => []
                array_split(dynamic([1,2,3,4]), dynamic([1,3])) => [[1],[2,3],[4]]
                array_concat(dynamic([1]), dynamic({"a":1}), dynamic([2])) => [1,2]
                array_sum(dynamic([1,2])) => 3.0
                array_sum(dynamic([1,"x"])) => null
                array_index_of(dynamic(["a","b","a"]), "a", 1) => 2
                array_iff(dynamic([true,false,null]), "y", "n") => ["y","n",null]
                array_rotate_left(dynamic([1,2,3]), 1) => [2,3,1]
                array_shift_right(dynamic([1,2,3]), 1, 0) => [0,1,2]
                array_reverse(dynamic([1,2])) => [2,1]
                array_sort_asc(dynamic([3,null,1])) => [1,3,null]
                array_sort_desc(dynamic(["a","c","b"])) => ["c","b","a"]
                array_sort_asc(dynamic([2,null]), false) => [null,2]
                array_sort_asc(dynamic([2,1]), dynamic(["x","y"]))[1] => ["y","x"]
                array_sort_asc(dynamic([1,"a"])) => KR001
                pack_array(1, "a", int(null), 1h) => [1,"a",null,"01:00:00"]
                zip(dynamic([1,2]), dynamic(["a"])) => [[1,"a"],[2,null]]
                range(1, 7, 3) => [1,4,7]
                range(1h, 3h) => ["01:00:00","02:00:00","03:00:00"]
                range(1, 9999999) => KR004
                """);
    }

    @Test
    void bags() {
        Expressions.hold("""
                bag_pack("a", 1, "b", bag_pack("c", "x")) => {"a":1,"b":{"c":"x"}}
                bag_keys(dynamic({"a":1,"b":2})) => ["a","b"]
                bag_keys(dynamic([1])) => null
                bag_has_key(dynamic({"a":{"b":1}}), "$.a.b") => true
                bag_merge(dynamic({"a":1}), dynamic({"a":2,"b":3})) => {"a":1,"b":3}
                bag_remove_keys(dynamic({"a":1,"b":{"c":1,"d":2}}), dynamic(["a","$.b.c"])) => {"b":{"d":2}}
                bag_set_key(dynamic({"a":1}), "b", 2) => {"a":1,"b":2}
                bag_zip(dynamic(["a",1,"b"]), dynamic([7])) => {"a":7,"b":null}
                """);
    }

    @Test
    void sets() {
        Expressions.hold("""
                set_union(dynamic([1,2,1]), dynamic([3,2])) => [1,2,3]
                set_intersect(dynamic([1,2,3]), dynamic([3,2])) => [2,3]
                set_difference(dynamic([1,2,3]), dynamic([2])) => [1,3]
                set_has_element(dynamic([1,2]), "1") => false
                set_has_element(dynamic([1,2]), 2) => true
                jaccard_index(dynamic([1,2]), dynamic([2,3,4])) => 0.25
                """);
    }

    @Test
    void series() {
        Expressions.hold("""
                series_add(dynamic([1,2]), dynamic([3,4])) => [4,6]
                series_divide(dynamic([1,2]), 2) => [0.5,1.0]
                series_greater(dynamic([1,5]), dynamic([3,4])) => [false,true]
                series_add(dynamic([1,"x"]), 1) => [2,null]
                series_add(dynamic([1]), dynamic([1,2])) => KR002
                series_fill_forward(dynamic([null,1,null])) => [null,1,1]
                series_fill_backward(dynamic([null,1,null])) => [1,1,null]
                series_fill_const(dynamic([null,1]), 9) => [9,1]
                series_fill_linear(dynamic([null,1.0,null,3.0])) => [1.0,1.0,2.0,3.0]
                series_iir(dynamic([1,1,1]), dynamic([1]), dynamic([1,-1])) => [1.0,2.0,3.0]
                series_stats_dynamic(dynamic([1,3])).avg => 2.0
                series_fit_line(dynamic([1,2,3])) => 1.0
                """);
    }
}

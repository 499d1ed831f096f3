package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import org.junit.jupiter.api.Test;

final class OtherFunctionsTest {
    @Test
    void everyFunctionIsInTheCatalog() {
        FunctionCatalog catalog = FunctionCatalog.builtIn();
        assertThat(ScalarFunctions.names())
                .filteredOn(name -> catalog.scalar(name).isEmpty())
                .isEmpty();
        assertThat(AggregateFunctions.names())
                .filteredOn(name -> catalog.aggregate(name).isEmpty())
                .isEmpty();
    }

    @Test
    void numbers() {
        Expressions.hold("""
                round(2.5) => 3.0
                round(-2.5) => -3.0
                round(1.005, 2) => KR002
                round(2.344, 2) => 2.34
                abs(-3) => 3
                ceiling(1.2) => 2.0
                log2(8) => 3.0
                sign(-2) => -1.0
                max_of(1, int(null), 3) => 3
                min_of(2.5, real(nan)) => NaN
                binary_shift_left(1, 4) => 16
                gamma(5) => 24.0
                convert_length(1, "Mile", "Meter") => 1609.344
                convert_length(1, "Parsec", "Meter") => KR002
                """);
    }

    @Test
    void wholeNumbersStayWholeWhenRounded() {
        Expressions.hold("""
                round(1250, -2) => 1300
                round(-1249, -2) => -1200
                round(1249.5, -2) => 1200.0
                repeat(1, -1) => null
                repeat(int(null), 2) => KR002
                """);
    }

    @Test
    void hashes() {
        Expressions.hold("""
                hash_md5("contoso") => 86e03bbc5205a27079096070a088c6f8
                hash_sha1("abc") => a9993e364706816aba3e25717850c26c9cd0d89d
                hash_sha256("abc") => ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                hash_xxhash64("") => -1205034819632174695
                hash_xxhash64("abc") => 4952883123889572249
                hash_xxhash64("abcdefghijklmnopqrstuvwxyz0123456789") => 7273945407305660262
                hash("abc", 10) => 9
                hash(1.5) => KR002
                """);
    }

    @Test
    void addresses() {
        Expressions.hold("""
                ipv4_is_private("172.16.3.4") => true
                ipv4_is_private("172.32.3.4") => false
                ipv4_is_private("10.0.0.0/4") => KR002
                ipv4_is_private("not an address") => null
                ipv4_is_in_range("192.0.2.77", "192.0.2.64/26") => true
                ipv4_is_in_range("192.0.2.1", "192.0.2.64/26") => false
                ipv4_is_in_any_range("192.0.2.1", "198.51.100.0/24", "192.0.2.0/24") => true
                ipv4_is_match("192.0.2.1/24", "192.0.2.200") => true
                ipv4_compare("192.0.2.1", "192.0.2.2") => -1
                parse_ipv4("0.0.1.2") => 258
                parse_ipv4("1.2.3") => KR002
                parse_ipv4("300.1.1.1") => null
                format_ipv4("192.0.2.77", 24) => 192.0.2.0
                format_ipv4_mask("192.0.2.77", 24) => 192.0.2.0/24
                ipv4_netmask_suffix("192.0.2.0/28") => 28
                ipv4_range_to_cidr_list("192.0.2.0", "192.0.2.2") => ["192.0.2.0/31","192.0.2.2/32"]
                has_ipv4("from 192.0.2.7, denied", "192.0.2.7") => true
                has_ipv4("from 192.0.2.77", "192.0.2.7") => false
                has_ipv4_prefix("from 192.0.2.7", "192.0.") => true
                parse_ipv6("2001:db8::1") => 2001:0db8:0000:0000:0000:0000:0000:0001
                ipv6_is_in_range("2001:db8::7", "2001:db8::/32") => true
                """);
    }

    @Test
    void textsAreTakenApart() {
        Expressions.hold("""
                parse_url("https://ann:pw@contoso.example:8443/a/b?x=1&y=2#top").Host => "contoso.example"
                parse_url("https://ann:pw@contoso.example:8443/a/b?x=1&y=2#top")["Query Parameters"].y => "2"
                parse_url("https://contoso.example/a").Path => KR002
                parse_url("https://contoso.example/a") => KR002
                parse_url("contoso.example") => KR002
                parse_path(@"C:\\data\\x.tar.gz").Extension => "gz"
                parse_path(@"C:\\data\\x.tar.gz").DirectoryPath => "C:\\\\data"
                parse_csv('a,"b,""c"\"",') => ["a","b,\\"c\\"",""]
                parse_version("1.2") > parse_version("1.1.9") => true
                parse_version("1.x") => null
                parse_command_line('run "a b" c', "windows") => ["run","a b","c"]
                parse_xml('<e a="1"><i>x</i><i>y</i></e>').e.i[1] => "y"
                parse_xml('<e a="1">t</e>').e["@a"] => "1"
                parse_xml('<e/>').e => null
                parse_xml("no xml") => null
                format_bytes(2048) => 2 KB
                """);
    }

    @Test
    void placesOnTheEarth() {
        Expressions.hold("""
                round(geo_distance_2points(0, 0, 0, 1)) => 111195.0
                geo_distance_2points(0, 0, 0, 91) => null
                geo_point_to_geohash(0.0, 0.0, 4) => s000
                geo_point_in_circle(0.0, 0.0, 0.0, 0.5, 60000) => true
                round(degrees(geo_azimuth(0, 0, 1, 0)), 6) => 90.0
                geo_point_in_polygon(1, 1, dynamic({"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,3],[0,0]]]})) => true
                geo_point_in_polygon(1, 4, dynamic({"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,3],[0,0]]]})) => false
                geo_point_in_polygon(1, 4, dynamic({"type":"Polygon","coordinates":[[[0,0],[3,0]]]})) => null
                geo_h3cell_level(geo_point_to_h3cell(11.5, 48.1, 7)) => 7
                geo_point_to_s2cell(11.5, 48.1, 31) =>\s
                geo_from_wkt("POINT (1 2)").coordinates => [1.0,2.0]
                geo_union_polygons_array(dynamic([])) => KR002
                """);
    }
}

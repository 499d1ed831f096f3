package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class AddressPlacesTest {
    private static final GeoDatabase PLACES = address -> switch (address.getHostAddress()) {
        case "203.0.113.9" ->
            Optional.of(new GeoPlace(
                    Optional.of("Iceland"),
                    List.of("Capital Region"),
                    Optional.of("Reykjavik"),
                    OptionalDouble.of(64.1355),
                    OptionalDouble.of(-21.8954)));
        case "2001:db8:0:0:0:0:0:1" ->
            Optional.of(new GeoPlace(
                    Optional.of("Iceland"),
                    List.of("One", "Two"),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        default -> Optional.empty();
    };

    private static String of(String expression) {
        List<String> lines = Answers.of("print x = " + expression, Map.of(), Optional.of(PLACES));
        return lines.size() == 2 ? lines.get(1) : lines.getFirst();
    }

    @Test
    void aPlaceIsABagInTheDocumentedOrder() {
        assertThat(of("geo_info_from_ip_address('203.0.113.9')"))
                .isEqualTo(
                        "{\"country\":\"Iceland\",\"state\":\"Capital Region\",\"city\":\"Reykjavik\",\"latitude\":64.1355,\"longitude\":-21.8954}");
    }

    @Test
    void anAddressOfWhichNothingIsToldHasEmptyParts() {
        for (String address : List.of("10.1.2.3", "", "no address", "2001:db8::2")) {
            String info = "geo_info_from_ip_address('" + address + "')";
            assertThat(of("tostring(" + info + ".country)")).isEmpty();
            assertThat(of("isempty(parse_json(" + info + ").city)")).isEqualTo("true");
            assertThat(of("toreal(" + info + "['latitude'])")).isEqualTo("null");
        }
    }

    @Test
    void whatTheEngineShowsForItIsRefused() {
        for (String use : List.of(
                "{}",
                "tostring({})",
                "isnull({})",
                "isempty({})",
                "gettype({}.city)",
                "isnull({}.city)",
                "{}.city",
                "coalesce({}.city, dynamic(1))",
                "strcat({}.city, 'x')",
                "{}.city == 'x'",
                "{}.city in ('x')",
                "{}.city has 'x'",
                "bag_keys({})",
                "pack_array({}.city)")) {
            assertThat(of(use.replace("{}", "geo_info_from_ip_address('10.1.2.3')")))
                    .as(use)
                    .startsWith("KR");
        }
    }

    @Test
    void partsThatAPlaceLacksAreUntoldAndOneOfSeveralStatesIsRefused() {
        String info = "geo_info_from_ip_address('2001:db8::1')";
        assertThat(of("tostring(" + info + ".country)")).isEqualTo("Iceland");
        assertThat(of("tostring(" + info + ".city)")).isEmpty();
        assertThat(of("tostring(" + info + ".state)")).isEqualTo("KR002");
        assertThat(of(info)).isEqualTo("KR002");
    }

    @Test
    void withoutADatabaseTheRefusalTellsHowToBringOne() {
        assertThat(Answers.refusal("print geo_info_from_ip_address('203.0.113.9')", Map.of()))
                .contains("--geoip FILE");
    }

    @Test
    void aNetworkAndAShortenedAddressAreRefused() {
        assertThat(of("geo_info_from_ip_address('203.0.113.9/24')")).isEqualTo("KR002");
        assertThat(of("geo_info_from_ip_address('203.0')")).isEqualTo("KR002");
    }
}

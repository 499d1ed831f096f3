package dev.kqlift.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.GeoPlace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeoFileTest {
    private static final String HEADER = "network,country,state,city,latitude,longitude\n";

    @TempDir
    Path folder;

    private GeoDatabase csv(String rows) throws IOException, InputException {
        return GeoFile.read(Files.writeString(folder.resolve("places.csv"), HEADER + rows));
    }

    private static Optional<String> country(GeoDatabase places, String address) throws IOException {
        return places.place(InetAddress.getByName(address)).flatMap(GeoPlace::country);
    }

    @Test
    void theLongestPrefixWins() throws IOException, InputException {
        GeoDatabase places = csv("""
                203.0.113.0/24,Iceland,,,,
                203.0.113.128/25,Norway,,,,
                203.0.113.130,Malta,,,,
                2001:db8::/32,Chile,,,,
                """);

        assertThat(country(places, "203.0.113.5")).contains("Iceland");
        assertThat(country(places, "203.0.113.129")).contains("Norway");
        assertThat(country(places, "203.0.113.130")).contains("Malta");
        assertThat(country(places, "2001:db8:1::1")).contains("Chile");
        assertThat(country(places, "198.51.100.1")).isEmpty();
        assertThat(country(places, "::1")).isEmpty();
    }

    @Test
    void anEmptyCellIsNotTold() throws IOException, InputException {
        assertThat(csv("203.0.113.0/24,Iceland,,\"Reykjavik, east\",64.5,\n")
                        .place(InetAddress.getByName("203.0.113.5")))
                .contains(new GeoPlace(
                        Optional.of("Iceland"),
                        List.of(),
                        Optional.of("Reykjavik, east"),
                        OptionalDouble.of(64.5),
                        OptionalDouble.empty()));
    }

    @Test
    void whatIsNotInTheFormIsRefused() {
        assertThatThrownBy(() -> csv("contoso.example,x,,,,\n")).hasMessageContaining("is no network");
        assertThatThrownBy(() -> csv("203.0.113/24,x,,,,\n")).hasMessageContaining("is no network");
        assertThatThrownBy(() -> csv("203.0.113.0/33,x,,,,\n")).hasMessageContaining("is no network");
        assertThatThrownBy(() -> csv("203.0.113.0/24,x,,,north,\n")).hasMessageContaining("is no latitude");
        assertThatThrownBy(() -> csv("203.0.113.0/24,x,,,,\n203.0.113.1/24,y,,,,\n"))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> GeoFile.read(Files.writeString(folder.resolve("a.csv"), "net,place\nx,y\n")))
                .hasMessageContaining("the header is network,country");
        assertThatThrownBy(() -> GeoFile.read(Files.writeString(folder.resolve("a.txt"), "")))
                .hasMessageContaining(".mmdb or a .csv");
        assertThatThrownBy(() -> GeoFile.read(Files.writeString(folder.resolve("a.mmdb"), "no database")))
                .isInstanceOf(InputException.class);
    }

    @Test
    void aMaxMindDatabaseTellsNamesInEnglish() throws IOException, InputException {
        Map<String, Object> entry = Map.of(
                "country",
                Map.of("iso_code", "IS", "names", Map.of("en", "Iceland", "de", "Island")),
                "subdivisions",
                List.of(Map.of("names", Map.of("en", "Capital Region"))),
                "city",
                Map.of("names", Map.of("en", "Reykjavik")),
                "location",
                Map.of("latitude", 64.1355, "longitude", -21.8954));
        String bits = "0".repeat(96) + "110010110000000001110001";
        GeoDatabase places = GeoFile.read(Files.write(folder.resolve("places.mmdb"), MaxMindText.of(bits, entry)));

        assertThat(places.place(InetAddress.getByName("203.0.113.9")))
                .contains(new GeoPlace(
                        Optional.of("Iceland"),
                        List.of("Capital Region"),
                        Optional.of("Reykjavik"),
                        OptionalDouble.of(64.1355),
                        OptionalDouble.of(-21.8954)));
        assertThat(places.place(InetAddress.getByName("203.0.114.9"))).isEmpty();
        assertThat(places.place(InetAddress.getByName("2001:db8::1"))).isEmpty();
    }
}

package dev.kqlift.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where an address is, as far as a database tells.
 *
 * @param country the country's name
 * @param states the names of the parts of the country that the place is in, the largest first
 */
public record GeoPlace(
        Optional<String> country,
        List<String> states,
        Optional<String> city,
        OptionalDouble latitude,
        OptionalDouble longitude) {
    public GeoPlace {
        states = List.copyOf(states);
    }
}

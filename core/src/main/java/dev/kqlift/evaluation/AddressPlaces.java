package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** {@code geo_info_from_ip_address()}, out of a database that is brought. */
final class AddressPlaces {
    private AddressPlaces() {}

    static void addTo(FunctionTable table) {
        table.add("geo_info_from_ip_address", AddressPlaces::info);
    }

    private static Value info(Arguments a) {
        GeoDatabase places = a.site()
                .context()
                .places()
                .orElseThrow(() -> a.refuse("there is no database of places; --geoip FILE brings one"));
        if (!(a.value(0) instanceof Value.Text(var text))) {
            throw a.refuse("the address is no text");
        }
        Supplier<NotEvaluated> nothing =
                () -> a.refuse("what is shown for `" + text + "`, of which the database tells nothing, is not known");
        return address(a, text)
                .flatMap(places::place)
                .map(place -> bag(a, place, text))
                .orElseGet(() -> Untold.whole(nothing));
    }

    private static Optional<InetAddress> address(Arguments a, String text) {
        if (text.contains("/")) {
            throw a.refuse("whether a network is taken for an address is not known");
        }
        IpFunctions.four(a, text);
        return Ip6.read(text).map(ip -> address(ip.address()));
    }

    private static InetAddress address(BigInteger bits) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bits.shiftRight(8 * (15 - i)).byteValue();
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    private static Value bag(Arguments a, GeoPlace place, String text) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Map<String, Supplier<NotEvaluated>> uncertain = new LinkedHashMap<>();
        text(a, entries, "country", place.country(), text);
        text(a, entries, "state", place.states().stream().findFirst(), text);
        text(a, entries, "city", place.city(), text);
        number(a, entries, "latitude", place.latitude(), text);
        number(a, entries, "longitude", place.longitude(), text);
        if (place.states().size() > 1) {
            uncertain.put(
                    "state",
                    () -> a.refuse("which of several parts of the country is the state of `" + text + "` is not known: "
                            + String.join(", ", place.states())));
        }
        return new Value.Bag(uncertain.isEmpty() ? entries : new UncertainEntries(entries, uncertain));
    }

    private static void text(
            Arguments a, Map<String, Value> entries, String key, Optional<String> value, String address) {
        entries.put(key, value.<Value>map(Value.Text::new).orElseGet(() -> untold(a, key, address)));
    }

    private static void number(
            Arguments a, Map<String, Value> entries, String key, OptionalDouble value, String address) {
        entries.put(key, value.isPresent() ? new Value.Real(value.getAsDouble()) : untold(a, key, address));
    }

    private static Value untold(Arguments a, String key, String address) {
        return Untold.part(
                () -> a.refuse("how a place without a " + key + " is shown is not known, as of `" + address + "`"));
    }
}

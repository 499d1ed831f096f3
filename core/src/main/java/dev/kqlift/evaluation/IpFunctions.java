package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of IP addresses; null where a text is none. */
final class IpFunctions {
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private IpFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("parse_ipv4", a -> masked(a, 32));
        table.strict("parse_ipv4_mask", a -> masked(a, prefix(a, 1, 32)));
        table.strict(
                "ipv4_compare", a -> compare4(a).<Value>map(Numbers::ofLong).orElse(a.none()));
        table.strict(
                "ipv4_is_match",
                a -> compare4(a).map(order -> Logic.of(order == 0)).orElse(a.none()));
        table.strict("ipv4_is_in_range", a -> inRanges4(a, List.of(a.text(1))));
        table.strict("ipv4_is_in_any_range", a -> inRanges4(a, a.texts(1)));
        table.strict("ipv4_is_private", IpFunctions::isPrivate);
        table.strict(
                "ipv4_netmask_suffix",
                a -> four(a, a.text(0))
                        .<Value>map(ip -> Numbers.ofLong(ip.prefix()))
                        .orElse(a.none()));
        table.strict("ipv4_range_to_cidr_list", IpFunctions::cidrs);
        table.strict("format_ipv4", a -> format(a, false));
        table.strict("format_ipv4_mask", a -> format(a, true));
        table.strict(
                "ipv6_compare", a -> compare6(a).<Value>map(Numbers::ofLong).orElse(a.none()));
        table.strict(
                "ipv6_is_match",
                a -> compare6(a).map(order -> Logic.of(order == 0)).orElse(a.none()));
        table.strict("ipv6_is_in_range", a -> inRanges6(a, List.of(a.text(1))));
        table.strict("ipv6_is_in_any_range", a -> inRanges6(a, a.texts(1)));
        table.strict("parse_ipv6", a -> canonical(a, 128));
        table.strict("parse_ipv6_mask", a -> canonical(a, prefix(a, 1, 128)));
        table.strict("has_ipv4", a -> Logic.of(IpSearch.has(a, a.text(0), a.text(1))));
        table.strict("has_any_ipv4", a -> Logic.of(a.texts(1).stream().anyMatch(ip -> IpSearch.has(a, a.text(0), ip))));
        table.strict("has_ipv4_prefix", a -> Logic.of(IpSearch.hasPrefix(a, a.text(0), a.text(1))));
        table.strict(
                "has_any_ipv4_prefix",
                a -> Logic.of(a.texts(1).stream().anyMatch(ip -> IpSearch.hasPrefix(a, a.text(0), ip))));
    }

    static Optional<Ip4> four(Arguments a, String text) {
        if (Ip4.isDoubtful(text)) {
            throw a.refuse("whether `" + text + "` is read as an address is not known");
        }
        return Ip4.read(text);
    }

    private static int prefix(Arguments a, int index, int longest) {
        long prefix = a.whole(index, longest);
        if (prefix < 0 || prefix > longest) {
            throw a.refuse("the length of the prefix is out of range");
        }
        return (int) prefix;
    }

    private static Value masked(Arguments a, int prefix) {
        return four(a, a.text(0))
                .<Value>map(ip -> Numbers.ofLong(ip.network(Math.min(ip.prefix(), prefix))))
                .orElse(a.none());
    }

    private static Optional<Integer> compare4(Arguments a) {
        Optional<Ip4> left = four(a, a.text(0));
        Optional<Ip4> right = four(a, a.text(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int bits = Math.min(
                prefix(a, 2, 32), Math.min(left.get().prefix(), right.get().prefix()));
        return Optional.of(Long.compare(left.get().network(bits), right.get().network(bits)));
    }

    private static Value inRanges4(Arguments a, List<String> ranges) {
        Optional<Ip4> ip = four(a, a.text(0));
        boolean inside = false;
        for (String text : ranges) {
            Optional<Ip4> range = four(a, text);
            if (range.isEmpty() && ranges.size() > 1) {
                throw a.refuse("`" + text + "` is no range of addresses");
            }
            if (ip.isEmpty() || range.isEmpty()) {
                return a.none();
            }
            inside |= ip.get().isIn(range.get());
        }
        return Logic.of(inside);
    }

    private static Value isPrivate(Arguments a) {
        Optional<Ip4> ip = four(a, a.text(0));
        if (ip.isEmpty()) {
            return a.none();
        }
        boolean inside = false;
        for (String text : PRIVATE) {
            Ip4 range = Ip4.read(text).orElseThrow();
            if (ip.get().isIn(range) && ip.get().prefix() < range.prefix()) {
                throw a.refuse("a network is larger than the private range that it begins in");
            }
            inside |= ip.get().isIn(range);
        }
        return Logic.of(inside);
    }

    private static Value format(Arguments a, boolean suffix) {
        int prefix = prefix(a, 1, 32);
        if (a.value(0) instanceof Value.Whole(var number, var type)) {
            if (number < 0 || number > 0xFFFFFFFFL) {
                return Nulls.EMPTY_TEXT;
            }
            return formatted(new Ip4(number, 32), prefix, suffix);
        }
        return four(a, a.text(0)).map(ip -> formatted(ip, prefix, suffix)).orElse(Nulls.EMPTY_TEXT);
    }

    private static Value formatted(Ip4 ip, int prefix, boolean suffix) {
        int bits = Math.min(ip.prefix(), prefix);
        return new Value.Text(Ip4.text(ip.network(bits)) + (suffix ? "/" + bits : ""));
    }

    /** The fewest networks that make up a range of addresses. */
    private static Value cidrs(Arguments a) {
        Optional<Ip4> first = four(a, a.text(0));
        Optional<Ip4> last = four(a, a.text(1));
        if (first.isEmpty()
                || last.isEmpty()
                || first.get().address() > last.get().address()) {
            return a.none();
        }
        List<Value> networks = new ArrayList<>();
        long from = first.get().address();
        while (from <= last.get().address()) {
            int free = from == 0 ? 32 : Math.min(32, Long.numberOfTrailingZeros(from));
            while (from + (1L << free) - 1 > last.get().address()) {
                free--;
            }
            networks.add(new Value.Text(Ip4.text(from) + "/" + (32 - free)));
            from += 1L << free;
        }
        return new Value.Array(networks);
    }

    // ---- IPv6

    private static Optional<Ip6> six(Arguments a, String text) {
        four(a, text);
        return Ip6.compared(text);
    }

    private static Optional<Integer> compare6(Arguments a) {
        Optional<Ip6> left = six(a, a.text(0));
        Optional<Ip6> right = six(a, a.text(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        boolean four = Ip4.read(a.text(0)).isPresent() && Ip4.read(a.text(1)).isPresent();
        // Between two addresses of the short form the prefix counts their own bits.
        int asked = a.has(2) ? prefix(a, 2, 128) + (four && a.whole(2) <= 32 ? 96 : 0) : 128;
        int bits = Math.min(asked, Math.min(left.get().prefix(), right.get().prefix()));
        return Optional.of(left.get().network(bits).compareTo(right.get().network(bits)));
    }

    private static Value inRanges6(Arguments a, List<String> ranges) {
        Optional<Ip6> ip = six(a, a.text(0));
        boolean inside = false;
        for (String text : ranges) {
            Optional<Ip6> range = six(a, text);
            if (range.isEmpty() && ranges.size() > 1) {
                throw a.refuse("`" + text + "` is no range of addresses");
            }
            if (ip.isEmpty() || range.isEmpty()) {
                return a.none();
            }
            inside |= ip.get().isIn(range.get());
        }
        return Logic.of(inside);
    }

    private static Value canonical(Arguments a, int prefix) {
        four(a, a.text(0));
        return Ip6.read(a.text(0))
                .<Value>map(ip -> new Value.Text(Ip6.text(ip.network(Math.min(ip.prefix(), prefix)))))
                .orElse(Nulls.EMPTY_TEXT);
    }
}

package dev.kqlift.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether two cells of a column are the same value. */
final class CellComparison {
    private final double tolerance;
    private final double slack;
    private final boolean approximate;
    private final boolean anyOrder;
    private final boolean numbersInTexts;

    CellComparison(boolean approximate, Set<String> caveats) {
        boolean sphere = caveats.contains("geo-float");
        this.approximate = approximate;
        double exact = sphere ? 1e-6 : 1e-9;
        this.tolerance = approximate ? 0.02 : exact;
        this.slack = sphere ? 1e-9 : 0;
        this.anyOrder = caveats.contains("set-order") || caveats.contains("list-order");
        this.numbersInTexts = caveats.contains("real-text");
    }

    boolean same(@Nullable String want, @Nullable String got, String kind) {
        String left = want == null || kind.equals("dynamic") && want.equals("null") ? "" : want;
        String right = got == null || kind.equals("dynamic") && got.equals("null") ? "" : got;
        if (left.equals(right) || kind.equals("dynamic") && left.isEmpty() && right.equals("\"\"")) {
            return true;
        }
        if (kind.equals("string")) {
            return numbersInTexts && sameNumber(left, right);
        }
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        return switch (kind) {
            case "dynamic" -> sameJson(JsonTree.of(left), JsonTree.of(right));
            case "datetime", "timespan" -> plainTime(left).equals(plainTime(right));
            case "bool" -> left.equals("1") ? right.equals("true") : left.equals("0") && right.equals("false");
            case "guid" -> left.equalsIgnoreCase(right);
            case "int" -> approximate && sameNumber(left, right);
            default -> sameNumber(left, right);
        };
    }

    /** Without a fraction of zeros, and with a time of day. */
    private static String plainTime(String text) {
        String bare = text.replace("Z", "").replace(' ', 'T');
        if (bare.matches("\\d{4}-\\d\\d-\\d\\d")) {
            bare += "T00:00:00";
        }
        return bare.contains(".") && bare.indexOf('.') > bare.indexOf(':') ? bare.replaceAll("\\.?0+$", "") : bare;
    }

    private boolean sameNumber(String left, String right) {
        try {
            double x = Double.parseDouble(left);
            double y = Double.parseDouble(right);
            boolean finite = Double.isFinite(x) && Double.isFinite(y);
            return Double.compare(x, y) == 0
                    || x == y
                    || finite && Math.abs(x - y) <= Math.max(tolerance * Math.max(Math.abs(x), Math.abs(y)), slack);
        } catch (NumberFormatException text) {
            return false;
        }
    }

    private boolean sameJson(@Nullable Object want, @Nullable Object got) {
        if (want instanceof BigDecimal x && got instanceof BigDecimal y) {
            boolean whole = x.scale() <= 0 && y.scale() <= 0 && !approximate;
            return whole ? x.compareTo(y) == 0 : sameNumber(x.toString(), y.toString());
        }
        if (want instanceof List<?> x && got instanceof List<?> y) {
            return x.size() == y.size() && sameItems(x, y);
        }
        if (want instanceof Map<?, ?> x && got instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet())
                    && x.keySet().stream().allMatch(key -> sameJson(x.get(key), y.get(key)));
        }
        return want == null ? got == null : want.equals(got);
    }

    private boolean sameItems(List<?> want, List<?> got) {
        List<Object> left = new ArrayList<>(got);
        for (int i = 0; i < want.size(); i++) {
            int place = anyOrder ? 0 : i;
            boolean found = false;
            for (int j = place; j < (anyOrder ? left.size() : i + 1) && !found; j++) {
                if (sameJson(want.get(i), left.get(j))) {
                    found = true;
                    if (anyOrder) {
                        left.remove(j);
                    }
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}

package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Conversions between units. Only units are known here whose size is exact, or was seen in the engine. */
final class UnitFunctions {
    private static final double POUND = 0.45359237;
    private static final Map<String, Double> ANGLES = angles();
    private static final Map<String, Double> LENGTHS = lengths();
    private static final Map<String, Double> MASSES = masses();
    private static final Map<String, Double> SPEEDS = speeds();
    private static final Map<String, Double> VOLUMES = volumes();

    private UnitFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("convert_angle", a -> converted(a, ANGLES));
        table.strict("convert_length", a -> converted(a, LENGTHS));
        table.strict("convert_mass", a -> converted(a, MASSES));
        table.strict("convert_speed", a -> converted(a, SPEEDS));
        table.strict("convert_volume", a -> converted(a, VOLUMES));
        table.strict("convert_temperature", UnitFunctions::temperature);
    }

    private static Value converted(Arguments a, Map<String, Double> sizes) {
        return Numbers.ofReal(a.real(0) * size(a, 1, sizes) / size(a, 2, sizes));
    }

    private static double size(Arguments a, int index, Map<String, Double> sizes) {
        Double size = sizes.get(a.text(index));
        if (size == null) {
            throw a.refuse("the unit `" + a.text(index) + "` is not evaluated");
        }
        return size;
    }

    private static Value temperature(Arguments a) {
        double kelvin = switch (a.text(1)) {
            case "Kelvin" -> a.real(0);
            case "DegreeCelsius" -> a.real(0) + 273.15;
            case "DegreeFahrenheit" -> (a.real(0) + 459.67) * 5 / 9;
            default -> throw a.refuse("the unit `" + a.text(1) + "` is not evaluated");
        };
        return Numbers.ofReal(
                switch (a.text(2)) {
                    case "Kelvin" -> kelvin;
                    case "DegreeCelsius" -> kelvin - 273.15;
                    case "DegreeFahrenheit" -> kelvin * 9 / 5 - 459.67;
                    default -> throw a.refuse("the unit `" + a.text(2) + "` is not evaluated");
                });
    }

    private static Map<String, Double> angles() {
        Map<String, Double> degrees = new LinkedHashMap<>();
        degrees.put("Degree", 1.0);
        degrees.put("Arcminute", 1 / 60.0);
        degrees.put("Arcsecond", 1 / 3600.0);
        degrees.put("Millidegree", 1e-3);
        degrees.put("Radian", 180 / Math.PI);
        degrees.put("Milliradian", 0.18 / Math.PI);
        degrees.put("Gradian", 0.9);
        degrees.put("Revolution", 360.0);
        return degrees;
    }

    private static Map<String, Double> lengths() {
        Map<String, Double> meters = new LinkedHashMap<>();
        meters.put("Meter", 1.0);
        meters.put("Kilometer", 1e3);
        meters.put("Decimeter", 0.1);
        meters.put("Centimeter", 0.01);
        meters.put("Millimeter", 1e-3);
        meters.put("Micrometer", 1e-6);
        meters.put("Nanometer", 1e-9);
        meters.put("Inch", 0.0254);
        meters.put("Foot", 0.3048);
        meters.put("Yard", 0.9144);
        meters.put("Mile", 1609.344);
        return meters;
    }

    private static Map<String, Double> masses() {
        Map<String, Double> kilograms = new LinkedHashMap<>();
        kilograms.put("Kilogram", 1.0);
        kilograms.put("Gram", 1e-3);
        kilograms.put("Milligram", 1e-6);
        kilograms.put("Tonne", 1e3);
        kilograms.put("Pound", POUND);
        return kilograms;
    }

    private static Map<String, Double> speeds() {
        Map<String, Double> metersPerSecond = new LinkedHashMap<>();
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("Second", 1.0);
        times.put("Minute", 60.0);
        times.put("Hour", 3600.0);
        Set<String> names = Set.of("Meter", "Kilometer", "Centimeter", "Millimeter");
        lengths().forEach((length, meters) -> {
            if (names.contains(length)) {
                times.forEach((time, seconds) -> metersPerSecond.put(length + "Per" + time, meters / seconds));
            }
        });
        return metersPerSecond;
    }

    private static Map<String, Double> volumes() {
        Map<String, Double> cubicMeters = new LinkedHashMap<>();
        cubicMeters.put("CubicMeter", 1.0);
        cubicMeters.put("CubicDecimeter", 1e-3);
        cubicMeters.put("CubicCentimeter", 1e-6);
        cubicMeters.put("Liter", 1e-3);
        cubicMeters.put("Milliliter", 1e-6);
        // The engine's acre foot is not quite the legal one.
        cubicMeters.put("AcreFoot", 1 / 0.000810714);
        return cubicMeters;
    }
}

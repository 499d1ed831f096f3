package dev.kqlift.evaluation;

import java.util.List;
import java.util.Optional;

/** The scalar functions that are evaluated. */
public final class ScalarFunctions {
    private static final FunctionTable TABLE = table();

    private ScalarFunctions() {}

    /** The function of a name; empty where it is not evaluated. */
    public static Optional<ScalarFunction> find(String name) {
        return TABLE.find(name);
    }

    /** The names of all functions that are evaluated. */
    public static List<String> names() {
        return TABLE.names();
    }

    private static FunctionTable table() {
        FunctionTable table = new FunctionTable();
        NullFunctions.addTo(table);
        CastFunctions.addTo(table);
        TextFunctions.addTo(table);
        RegexFunctions.addTo(table);
        EncodingFunctions.addTo(table);
        ParseFunctions.addTo(table);
        Punycode.addTo(table);
        ByteSizes.addTo(table);
        MathFunctions.addTo(table);
        BinFunctions.addTo(table);
        DateTimeFunctions.addTo(table);
        CalendarFunctions.addTo(table);
        ArrayFunctions.addTo(table);
        ArraySorting.addTo(table);
        BagFunctions.addTo(table);
        SetFunctions.addTo(table);
        HashFunctions.addTo(table);
        IpFunctions.addTo(table);
        SeriesFunctions.addTo(table);
        SeriesFilling.addTo(table);
        SeriesStatistics.addTo(table);
        SeriesPeriods.addTo(table);
        SpecialFunctions.addTo(table);
        GeoPoints.addTo(table);
        GeoCells.addTo(table);
        GeoShapes.addTo(table);
        GeoText.addTo(table);
        UnitFunctions.addTo(table);
        Sketches.addTo(table);
        GeoBuffers.addTo(table);
        GeoRefusals.addTo(table);
        AddressPlaces.addTo(table);
        return table;
    }
}

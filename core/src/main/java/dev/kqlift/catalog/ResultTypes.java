package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;

/** The type of a call, by the return rules that follow from the types of the arguments alone. */
final class ResultTypes {
    private ResultTypes() {}

    static KqlType of(Signature signature, List<Parameter> parameters, List<KqlType> arguments) {
        return switch (signature.returns()) {
            case DECLARED -> signature.declared();
            case PARAMETER0 -> at(arguments, 0);
            case PARAMETER1 -> at(arguments, 1);
            case PARAMETER2 -> at(arguments, 2);
            case PARAMETER_N -> at(arguments, arguments.size() - 1);
            case PARAMETER0_PROMOTED -> promoted(at(arguments, 0));
            case PARAMETER0_ARRAY -> KqlType.DYNAMIC;
            case COMMON -> common(shared(parameters, arguments));
            case COMMON_NON_DYNAMIC -> commonNonDynamic(shared(parameters, arguments));
            case WIDEST -> promoted(widest(arguments));
            case COMPUTED,
                    PARAMETER0_LITERAL,
                    PARAMETER1_LITERAL,
                    PARAMETER_N_LITERAL,
                    COLUMNS,
                    OPEN_TABLE,
                    NOT_SCALAR -> KqlType.UNKNOWN;
        };
    }

    private static KqlType at(List<KqlType> arguments, int index) {
        return index >= 0 && index < arguments.size() ? arguments.get(index) : KqlType.UNKNOWN;
    }

    private static KqlType promoted(KqlType type) {
        return type == KqlType.INT ? KqlType.LONG : type;
    }

    /** The types of the arguments that have to agree: not the condition of {@code iff}. */
    private static List<KqlType> shared(List<Parameter> parameters, List<KqlType> arguments) {
        List<KqlType> shared = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).kind().isShared()) {
                shared.add(arguments.get(i));
            }
        }
        return shared;
    }

    private static KqlType commonNonDynamic(List<KqlType> types) {
        List<KqlType> others = new ArrayList<>();
        for (KqlType type : types) {
            if (type == KqlType.UNKNOWN) {
                return KqlType.UNKNOWN;
            }
            if (type != KqlType.DYNAMIC) {
                others.add(type);
            }
        }
        KqlType common = common(others);
        return common == KqlType.UNKNOWN ? KqlType.DYNAMIC : common;
    }

    private static KqlType common(List<KqlType> types) {
        if (types.isEmpty()) {
            return KqlType.UNKNOWN;
        }
        for (KqlType type : types) {
            if (type != types.getFirst()) {
                return widest(types);
            }
        }
        return types.getFirst();
    }

    /** The widest of numbers; {@code UNKNOWN} if one is none. */
    private static KqlType widest(List<KqlType> types) {
        KqlType widest = KqlType.INT;
        for (KqlType type : types) {
            if (!type.isNumeric()) {
                return KqlType.UNKNOWN;
            }
            widest = rank(type) > rank(widest) ? type : widest;
        }
        return widest;
    }

    private static int rank(KqlType type) {
        return switch (type) {
            case INT -> 0;
            case LONG -> 1;
            case REAL -> 2;
            case DECIMAL -> 3;
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> -1;
        };
    }
}

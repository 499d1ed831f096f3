package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;

/** A text is never null, so that {@code isnull} of one is always false. */
@RuleInfo(code = "KL605", name = "isnull-of-text", category = LintCategory.MEANING, severity = Severity.ERROR)
final class IsNullOfText implements LintRule, OnCall {
    @Override
    public void check(Scalar.Call call, RuleContext context) {
        String name = call.function().name();
        boolean asksNull = name.equals("isnull") || name.equals("isnotnull") || name.equals("notnull");
        if (asksNull
                && call.arguments().size() == 1
                && !(call.arguments().getFirst() instanceof Scalar.Constant)
                && call.arguments().getFirst().type() == KqlType.STRING) {
            boolean negative = name.equals("isnull");
            String instead = negative ? "isempty" : "isnotempty";
            context.report(
                            call.origin().span(),
                            "`" + name + "` of a text is always " + (negative ? "false" : "true")
                                    + ": a text is never null")
                    .help("use `" + instead + "`")
                    .fix(
                            Applicability.UNSAFE,
                            "use `" + instead + "`",
                            context.replaceStart(call.origin().span(), name, instead));
        }
    }
}

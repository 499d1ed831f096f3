package dev.kqlift.lint;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.catalog.ResultName;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.syntax.TabularOperator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An old name of a function or an operator. */
@RuleInfo(code = "KL508", name = "deprecated-spelling", category = LintCategory.NAMES, severity = Severity.NOTE)
final class DeprecatedSpelling implements LintRule, OnQuery {
    /** Renamed and nothing else; the catalog knows further old names whose successor differs in its result. */
    private static final Set<String> SAME = Set.of(
            "arraylength",
            "base64_decodestring",
            "base64_encodestring",
            "columnifexists",
            "datepart",
            "extractall",
            "make_string",
            "notempty",
            "notnull",
            "pack",
            "pack_dictionary",
            "parsejson",
            "parseurl",
            "parseurlquery",
            "to_utf8",
            "toobject",
            "totime");

    @Override
    public void check(Query query, RuleContext context) {
        Set<String> declared = new LinkedHashSet<>();
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void statement(Statement statement) {
                if (statement instanceof Statement.Let let) {
                    declared.add(let.name().text());
                }
            }

            @Override
            public void operator(TabularOperator operator) {
                check(operator, context);
            }

            @Override
            public void expression(Expression expression) {
                if (expression instanceof Expression.Call call
                        && !declared.contains(call.function().text())) {
                    check(call, context);
                } else if (expression instanceof Expression.Binary binary) {
                    check(binary, context);
                }
            }
        });
    }

    private static void check(Expression.Call call, RuleContext context) {
        String name = call.function().text();
        FunctionCatalog functions = context.subject().functions();
        Optional<Function> old =
                functions.scalar(name).filter(function -> function.replacement().isPresent());
        FunctionKind kind = old.isPresent() ? FunctionKind.SCALAR : FunctionKind.AGGREGATE;
        if (old.isEmpty()) {
            old = functions
                    .aggregate(name)
                    .filter(function -> function.replacement().isPresent());
        }
        if (old.isPresent()) {
            String successor = old.get().replacement().orElseThrow();
            boolean limited = isLimited(name) && call.arguments().size() < 2;
            boolean sameName = functions
                    .function(kind, successor)
                    .filter(function -> function.resultName().equals(callName(functions, kind, name)))
                    .isPresent();
            boolean safe = sameName && !limited && (SAME.contains(name) || isLimited(name));
            // The successor of this one takes its arguments in another order.
            boolean turned = name.equals("replace");
            context.report(
                            call.function().origin(),
                            "`" + name + "` is the old spelling of `" + successor + "`"
                                    + (turned ? ", which takes the text first" : "")
                                    + (limited ? " and keeps no more than 128 values" : ""))
                    .help(
                            limited
                                    ? "use `" + successor + "`, which keeps up to 1,048,576 values"
                                    : "use `" + successor + "`")
                    .fix(
                            safe ? Applicability.SAFE : Applicability.UNSAFE,
                            "replace `" + name + "` by `" + successor + "`",
                            turned
                                    ? Optional.empty()
                                    : context.replace(call.function().origin().span(), successor));
        }
    }

    private static ResultName callName(FunctionCatalog functions, FunctionKind kind, String name) {
        return functions.function(kind, name).orElseThrow().resultName();
    }

    /** The old forms stop at 128 values where the call does not say how many it wants. */
    private static boolean isLimited(String name) {
        return name.equals("makeset") || name.equals("makelist");
    }

    private static void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.MvExpand expand
                && context.textOf(context.keyword(operator)).equals("mvexpand")) {
            // The limit of the old spelling stands at the keyword itself.
            boolean limited = expand.limit()
                    .filter(limit ->
                            limit.origin().start() >= context.keyword(operator).end())
                    .isEmpty();
            context.report(
                            context.keyword(operator),
                            "`mvexpand` is the old spelling of `mv-expand`"
                                    + (limited ? " and stops at 128 rows for each row" : ""))
                    .help("use `mv-expand`")
                    .fix(
                            limited ? Applicability.UNSAFE : Applicability.SAFE,
                            "replace `mvexpand` by `mv-expand`",
                            context.replace(context.keyword(operator), "mv-expand"));
        }
    }

    private static void check(Expression.Binary binary, RuleContext context) {
        String current = binary.operator().text();
        Span gap = new Span(
                binary.left().origin().end(),
                Math.max(binary.left().origin().end(), binary.right().origin().start()));
        String written = context.textOf(gap).strip();
        if (written.equals("containscs") || written.equals("notcontainscs") || written.equals("notcontains")) {
            int start = gap.start() + context.textOf(gap).indexOf(written);
            Span place = new Span(start, start + written.length());
            context.report(place, "`" + written + "` is the old spelling of `" + current + "`")
                    .help("use `" + current + "`")
                    .fix(
                            Applicability.SAFE,
                            "replace `" + written + "` by `" + current + "`",
                            context.replace(place, current));
        }
    }
}

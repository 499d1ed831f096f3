package dev.kqlift.syntax.build;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function that is kept outside of the queries that call it: parsed once, and built anew at the place of each call.
 *
 * <p>Its own text is in no rule file, so that a node of it can stand only where the function is called. Immutable, and safe
 * to share between threads.
 */
public final class SavedFunction {
    private static final String HEAD = "let f = ";
    private static final String OPEN = " {\n";
    private static final String CLOSE = "\n};";
    private static final String ANY_BODY = "T";
    private static final Pattern FOUND = Pattern.compile("found `[^`]*`");

    private final KqlParser.QueryContext tree;

    private SavedFunction(KqlParser.QueryContext tree) {
        this.tree = tree;
    }

    /** What parsing gave: the function, or what is wrong with the two texts that it is made of. */
    public record Parsed(Optional<SavedFunction> function, List<Diagnostic> ofParameters, List<Diagnostic> ofBody) {
        public Parsed {
            ofParameters = List.copyOf(ofParameters);
            ofBody = List.copyOf(ofBody);
        }
    }

    /**
     * Parses a function.
     *
     * @param parameters in round brackets
     * @param body the statements, without curly brackets
     */
    public static Parsed parse(String parameters, String body) {
        List<Diagnostic> ofParameters = problems(parameters);
        if (!ofParameters.isEmpty()) {
            return new Parsed(Optional.empty(), ofParameters, List.of());
        }
        List<KqlParser.QueryContext> trees = new ArrayList<>();
        ParsedQuery parsed = QueryParser.parse(text(parameters, body), trees::add);
        List<Diagnostic> ofBody = new ArrayList<>();
        int start = HEAD.length() + parameters.length() + OPEN.length();
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            ofBody.add(within(diagnostic, start, body, "body"));
        }
        if (parsed.query().isPresent() && !isOneFunction(parsed.query().get())) {
            ofBody.add(Diagnostic.of(
                    DiagnosticCode.KS003, "a curly bracket of the body has no partner", new Span(0, body.length())));
        } else if (parsed.query().isPresent()
                && !givesResult(function(parsed.query().get()))) {
            ofBody.add(Diagnostic.of(
                    DiagnosticCode.KS005,
                    "the last statement of a body has to be an expression: what the function gives",
                    new Span(0, body.length())));
        }
        return ofBody.isEmpty() && !trees.isEmpty()
                ? new Parsed(Optional.of(new SavedFunction(trees.getFirst())), List.of(), List.of())
                : new Parsed(Optional.empty(), List.of(), ofBody);
    }

    /** The parameters with their places in the text; none where they do not parse. */
    public static List<Statement.FunctionParameter> parameters(String parameters) {
        return problems(parameters).isEmpty()
                ? QueryParser.parse(text(parameters, ANY_BODY))
                        .query()
                        .map(query -> function(query).parameters())
                        .orElse(List.of())
                : List.of();
    }

    /** The function with all its nodes at one place. */
    public Statement.FunctionValue at(Origin place) {
        return function(new StatementBuilder(new ArrayList<>(), place).query(tree));
    }

    /** What is wrong with the parameters, seen with a body that is right. */
    private static List<Diagnostic> problems(String parameters) {
        ParsedQuery parsed = QueryParser.parse(text(parameters, ANY_BODY));
        List<Diagnostic> problems = new ArrayList<>();
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            problems.add(within(diagnostic, HEAD.length(), parameters, "parameters"));
        }
        if (parsed.query().isPresent() && !isOneFunction(parsed.query().get())) {
            problems.add(Diagnostic.of(
                    DiagnosticCode.KS003,
                    "the parameters of a function are a list in round brackets: (name: type, …)",
                    new Span(0, parameters.length())));
        }
        return problems;
    }

    private static String text(String parameters, String body) {
        return HEAD + parameters + OPEN + body + CLOSE;
    }

    private static boolean isOneFunction(Query query) {
        return query.statements().size() == 1
                && query.statements().getFirst() instanceof Statement.Let let
                && let.value() instanceof Statement.FunctionValue;
    }

    private static boolean givesResult(Statement.FunctionValue function) {
        return !function.body().isEmpty() && function.body().getLast() instanceof Statement.Result;
    }

    private static Statement.FunctionValue function(Query query) {
        return (Statement.FunctionValue) ((Statement.Let) query.statements().getFirst()).value();
    }

    /** The diagnostic with its place in one of the two texts; what follows the text is none of the user's. */
    private static Diagnostic within(Diagnostic diagnostic, int start, String text, String what) {
        int end = text.stripTrailing().length();
        int from = Math.max(0, diagnostic.span().start() - start);
        if (from < end) {
            int to = Math.clamp((long) diagnostic.span().end() - start, from, text.length());
            return diagnostic.at(new Span(from, to));
        }
        String message = FOUND.matcher(diagnostic.message()).replaceFirst("found the end of the " + what);
        return Diagnostic.of(diagnostic.code(), message, new Span(Math.max(0, end - 1), end));
    }
}

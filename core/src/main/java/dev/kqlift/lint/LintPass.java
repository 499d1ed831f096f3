package dev.kqlift.lint;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxWalk;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks a rule once and hands each part to the checks that want to see it. */
final class LintPass {
    private static final List<Class<?>> DOCUMENT = List.of(OnDocument.class);
    private static final List<Class<?>> SYNTAX =
            List.of(OnQuery.class, OnStatement.class, OnOperator.class, OnExpression.class);
    private static final List<Class<?>> MEANING = List.of(
            OnBound.class,
            OnRelation.class,
            OnFilter.class,
            OnJoin.class,
            OnScalar.class,
            OnComparison.class,
            OnStringMatch.class,
            OnInList.class,
            OnLogical.class,
            OnCall.class,
            OnAggregateCall.class);

    private final LintSubject subject;
    private final Interests interests;
    private final Set<Scalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private LintPass(LintSubject subject, Interests interests) {
        this.subject = subject;
        this.interests = interests;
    }

    /** A check and the place for what it finds. */
    record Running(CheckInfo info, LintRule rule, RuleContext context) {}

    /** Hands the rule to all checks that are given. */
    static void run(LintSubject subject, List<Running> checks) {
        new LintPass(subject, new Interests(checks)).run();
    }

    /** True for checks that look at the syntax tree, and so need a query that parses. */
    static boolean needsSyntax(LintRule rule) {
        return SYNTAX.stream().anyMatch(interest -> interest.isInstance(rule));
    }

    /** True for checks that look at what the query means. */
    static boolean needsMeaning(LintRule rule) {
        return MEANING.stream().anyMatch(interest -> interest.isInstance(rule));
    }

    /** True for checks that look at the rule file, whether it has a query or not. */
    static boolean needsDocument(LintRule rule) {
        return DOCUMENT.stream().anyMatch(interest -> interest.isInstance(rule));
    }

    private void run() {
        interests.documents.tell((rule, context) -> rule.check(subject.document(), context));
        subject.syntax().ifPresent(this::syntax);
        subject.bound().ifPresent(this::meaning);
    }

    private void syntax(Query query) {
        interests.queries.tell((rule, context) -> rule.check(query, context));
        SyntaxWalk.walk(query, new SyntaxWalk.Listener() {
            @Override
            public void statement(Statement statement) {
                interests.statements.tell((rule, context) -> rule.check(statement, context));
            }

            @Override
            public void operator(TabularOperator operator) {
                interests.operators.tell((rule, context) -> rule.check(operator, context));
            }

            @Override
            public void expression(Expression expression) {
                interests.expressions.tell((rule, context) -> rule.check(expression, context));
            }
        });
    }

    private void meaning(BoundQuery query) {
        interests.bound.tell((rule, context) -> rule.check(query, context));
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        for (Relation relation : Trees.relations(roots)) {
            relation(relation);
        }
        query.scalar().ifPresent(scalar -> {
            scalar(scalar);
            Trees.relations(scalar).forEach(this::relation);
        });
    }

    private void relation(Relation relation) {
        interests.relations.tell((rule, context) -> rule.check(relation, context));
        if (relation instanceof Relation.Filter filter) {
            interests.filters.tell((rule, context) -> rule.check(filter, context));
        } else if (relation instanceof Relation.Join join) {
            interests.joins.tell((rule, context) -> rule.check(join, context));
        }
        // The cells of a datatable are constants, and there may be very many of them.
        if (!(relation instanceof Relation.Rows rows && rows.kind() == Relation.RowsKind.DATATABLE)) {
            Trees.forEachScalar(relation, this::scalar);
        }
    }

    private void scalar(Scalar scalar) {
        if (!seen.add(scalar)) {
            return;
        }
        interests.scalars.tell((rule, context) -> rule.check(scalar, context));
        switch (scalar) {
            case Scalar.Comparison comparison ->
                interests.comparisons.tell((rule, context) -> rule.check(comparison, context));
            case Scalar.StringMatch match -> interests.matches.tell((rule, context) -> rule.check(match, context));
            case Scalar.InList in -> interests.lists.tell((rule, context) -> rule.check(in, context));
            case Scalar.Logical logical -> interests.logicals.tell((rule, context) -> rule.check(logical, context));
            case Scalar.Call call -> interests.calls.tell((rule, context) -> rule.check(call, context));
            case Scalar.AggregateCall call -> interests.aggregates.tell((rule, context) -> rule.check(call, context));
            case Scalar.ColumnRef ignored -> {}
            case Scalar.Constant ignored -> {}
            case Scalar.InRelation ignored -> {}
            case Scalar.Between ignored -> {}
            case Scalar.Not ignored -> {}
            case Scalar.Arithmetic ignored -> {}
            case Scalar.Negate ignored -> {}
            case Scalar.UnknownCall ignored -> {}
            case Scalar.Member ignored -> {}
            case Scalar.Element ignored -> {}
            case Scalar.Subquery ignored -> {}
            case Scalar.RelationArgument ignored -> {}
            case Scalar.AnyColumn ignored -> {}
            case Scalar.Unbound ignored -> {}
        }
        Trees.forEachChild(scalar, this::scalar);
    }

    /** The checks by what they want to see. */
    private static final class Interests {
        final Interested<OnDocument> documents;
        final Interested<OnQuery> queries;
        final Interested<OnStatement> statements;
        final Interested<OnOperator> operators;
        final Interested<OnExpression> expressions;
        final Interested<OnBound> bound;
        final Interested<OnRelation> relations;
        final Interested<OnFilter> filters;
        final Interested<OnJoin> joins;
        final Interested<OnScalar> scalars;
        final Interested<OnComparison> comparisons;
        final Interested<OnStringMatch> matches;
        final Interested<OnInList> lists;
        final Interested<OnLogical> logicals;
        final Interested<OnCall> calls;
        final Interested<OnAggregateCall> aggregates;

        Interests(List<Running> checks) {
            documents = Interested.of(OnDocument.class, checks);
            queries = Interested.of(OnQuery.class, checks);
            statements = Interested.of(OnStatement.class, checks);
            operators = Interested.of(OnOperator.class, checks);
            expressions = Interested.of(OnExpression.class, checks);
            bound = Interested.of(OnBound.class, checks);
            relations = Interested.of(OnRelation.class, checks);
            filters = Interested.of(OnFilter.class, checks);
            joins = Interested.of(OnJoin.class, checks);
            scalars = Interested.of(OnScalar.class, checks);
            comparisons = Interested.of(OnComparison.class, checks);
            matches = Interested.of(OnStringMatch.class, checks);
            lists = Interested.of(OnInList.class, checks);
            logicals = Interested.of(OnLogical.class, checks);
            calls = Interested.of(OnCall.class, checks);
            aggregates = Interested.of(OnAggregateCall.class, checks);
        }
    }
}

package dev.kqlift.syntax;

import java.util.List;
import java.util.Optional;

/** Prints tabular operators: one arm each. */
final class OperatorPrinter {
    private final Layout out;
    private final StatementPrinter statements;
    private final ExpressionPrinter expressions;

    OperatorPrinter(Layout out, StatementPrinter statements, ExpressionPrinter expressions) {
        this.out = out;
        this.statements = statements;
        this.expressions = expressions;
    }

    void print(TabularOperator operator) {
        out.add(operator.keyword());
        switch (operator) {
            case TabularOperator.Where where -> {
                parameters(where.parameters());
                out.add(" ");
                expressions.named(new NamedExpression(where.names(), where.predicate(), where.origin()));
            }
            case TabularOperator.Extend extend -> named(extend.items());
            case TabularOperator.Project project -> named(project.items());
            case TabularOperator.ProjectNames project -> patterns(project.names());
            case TabularOperator.ProjectRename rename -> named(rename.items());
            case TabularOperator.ProjectReorder reorder -> {
                out.add(reorder.items().isEmpty() ? "" : " ");
                out.list(reorder.items(), item -> {
                    expressions.pattern(item.name());
                    direction(item.direction());
                });
            }
            case TabularOperator.Summarize summarize -> summarize(summarize);
            case TabularOperator.Distinct distinct -> {
                parameters(distinct.parameters());
                named(distinct.items());
            }
            case TabularOperator.Take take -> counted(take.parameters(), take.count());
            case TabularOperator.Sample sample -> counted(sample.parameters(), sample.count());
            case TabularOperator.SampleDistinct sample -> {
                counted(sample.parameters(), sample.count());
                clause("of", sample.column());
            }
            case TabularOperator.Sort sort -> {
                parameters(sort.parameters());
                out.add(" by ");
                out.list(sort.items(), this::order);
            }
            case TabularOperator.Top top -> {
                counted(top.parameters(), top.count());
                out.add(" by ");
                order(top.by());
            }
            case TabularOperator.TopNested nested -> topNested(nested);
            case TabularOperator.TopHitters hitters -> {
                counted(List.of(), hitters.count());
                out.add(" of ");
                expressions.named(hitters.of());
                hitters.by().ifPresent(by -> {
                    out.add(" by ");
                    expressions.named(by);
                });
            }
            case TabularOperator.Count count ->
                count.name().ifPresent(name -> out.add(" as ").add(NamePrinter.free(name)));
            case TabularOperator.Join join -> join(join);
            case TabularOperator.Union union -> {
                parameters(union.parameters());
                patterns(union.sources());
            }
            case TabularOperator.MvExpand expand -> {
                parameters(expand.parameters());
                mvItems(expand.items());
                expand.limit().ifPresent(limit -> clause("limit", limit));
            }
            case TabularOperator.MvApply apply -> {
                parameters(apply.parameters());
                mvItems(apply.items());
                apply.limit().ifPresent(limit -> clause("limit", limit));
                out.add(" on ");
                subquery(apply.subquery());
            }
            case TabularOperator.Parse parse -> parse(parse);
            case TabularOperator.ParseKv parse -> {
                out.add(" ");
                expressions.expression(parse.text());
                out.add(" as ");
                expressions.schema(parse.schema());
                expressions.properties(parse.properties());
            }
            case TabularOperator.Evaluate evaluate -> {
                parameters(evaluate.parameters());
                out.add(" ").add(NamePrinter.called(evaluate.plugin()));
                expressions.arguments(evaluate.arguments());
                evaluate.schema().ifPresent(schema -> {
                    out.add(" : ");
                    expressions.schema(schema);
                });
            }
            case TabularOperator.Invoke invoke -> {
                out.add(" ");
                for (Name qualifier : invoke.qualifiers()) {
                    out.add(NamePrinter.free(qualifier)).add(".");
                }
                out.add(NamePrinter.called(invoke.function()));
                expressions.arguments(invoke.arguments());
            }
            case TabularOperator.As as -> {
                parameters(as.parameters());
                out.add(" ").add(NamePrinter.free(as.name()));
            }
            case TabularOperator.Render render -> render(render);
            case TabularOperator.Serialize serialize -> {
                parameters(serialize.parameters());
                named(serialize.items());
            }
            case TabularOperator.MakeSeries series -> makeSeries(series);
            case TabularOperator.Partition partition -> {
                parameters(partition.parameters());
                clause("by", partition.by());
                out.add(" ");
                partition
                        .whole()
                        .ifPresentOrElse(
                                whole -> out.block("{", () -> expressions.pipeline(whole), "}"),
                                () -> subquery(partition.subquery()));
            }
            case TabularOperator.Fork fork -> fork.branches().forEach(this::branch);
            case TabularOperator.Facet facet -> {
                out.add(" by ");
                out.list(facet.by(), this::beforeWith);
                if (!facet.subquery().isEmpty()) {
                    out.add(" with ");
                    subquery(facet.subquery());
                }
            }
            case TabularOperator.Reduce reduce -> {
                parameters(reduce.parameters());
                out.add(" by ");
                expressions.named(reduce.by());
                if (!reduce.properties().isEmpty()) {
                    out.add(" with ");
                    out.list(reduce.properties(), expressions::property);
                }
            }
            case TabularOperator.Scan scan -> scan(scan);
            case TabularOperator.Search search -> {
                parameters(search.parameters());
                tables(search.tables());
                out.add(" ");
                expressions.expression(search.predicate());
            }
            case TabularOperator.Find find -> find(find);
            case TabularOperator.GetSchema schema -> parameters(schema.parameters());
            case TabularOperator.Consume consume -> parameters(consume.parameters());
            case TabularOperator.AssertSchema schema -> {
                out.add(" ");
                expressions.schema(schema.schema());
            }
            case TabularOperator.Print print -> named(print.items());
            case TabularOperator.Range range -> {
                out.add(" ").add(NamePrinter.free(range.name()));
                clause("from", range.from());
                clause("to", range.to());
                clause("step", range.step());
            }
            case TabularOperator.MacroExpand macro -> {
                parameters(macro.parameters());
                out.add(" ");
                macro.group().ifPresentOrElse(expressions::term, () -> statements.entityGroup(macro.entities()));
                out.add(" as ").add(NamePrinter.free(macro.alias())).add(" ");
                out.block("(", () -> statements.statements(macro.body()), ")");
            }
            case TabularOperator.MakeGraph graph -> makeGraph(graph);
            case TabularOperator.GraphMatch match -> graphMatch(match);
            case TabularOperator.GraphOther graph -> {
                parameters(graph.parameters());
                out.add(graph.tables().isEmpty() ? "" : " ");
                out.list(graph.tables(), this::graphTable);
                graph.predicate().ifPresent(predicate -> {
                    out.add(" ");
                    expressions.expression(predicate);
                });
            }
        }
    }

    // ---- parts that several operators have

    private void parameters(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            out.add(" ");
            expressions.parameter(parameter);
        }
    }

    private void named(List<NamedExpression> items) {
        out.add(items.isEmpty() ? "" : " ");
        expressions.named(items);
    }

    private void patterns(List<NamePattern> items) {
        out.add(items.isEmpty() ? "" : " ");
        expressions.patterns(items);
    }

    private void tables(List<NamePattern> tables) {
        if (!tables.isEmpty()) {
            out.add(" in (");
            expressions.patterns(tables);
            out.add(")");
        }
    }

    private void counted(List<Parameter> parameters, Expression count) {
        parameters(parameters);
        out.add(" ");
        expressions.expression(count);
    }

    private void clause(String word, Expression expression) {
        out.add(" ").add(word).add(" ");
        expressions.expression(expression);
    }

    /** A table of external data would take a `with` that follows for its own. */
    private void beforeWith(Expression expression) {
        expressions.expression(
                expression instanceof Expression.ExternalData
                        ? new Expression.Parenthesized(expression, expression.origin())
                        : expression);
    }

    private void direction(Optional<TabularOperator.Direction> direction) {
        direction.ifPresent(given -> out.add(" ").add(given.text()));
    }

    private void order(TabularOperator.OrderItem item) {
        expressions.named(item.value());
        direction(item.direction());
        item.nullsFirst().ifPresent(first -> out.add(first ? " nulls first" : " nulls last"));
    }

    private void subquery(List<TabularOperator> operators) {
        out.block("(", () -> contextual(operators), ")");
    }

    private void contextual(List<TabularOperator> operators) {
        for (int i = 0; i < operators.size(); i++) {
            if (i > 0) {
                out.line().add("| ");
            }
            print(operators.get(i));
        }
    }

    private void mvItems(List<TabularOperator.MvItem> items) {
        out.add(items.isEmpty() ? "" : " ");
        out.list(items, item -> {
            expressions.named(item.value());
            item.type().ifPresent(type -> out.add(" to typeof(").add(type).add(")"));
        });
    }

    // ---- operators with more to say

    private void summarize(TabularOperator.Summarize summarize) {
        parameters(summarize.parameters());
        named(summarize.aggregates());
        if (!summarize.keys().isEmpty()) {
            out.add(" by ");
            expressions.named(summarize.keys());
            summarize.bin().ifPresent(bin -> {
                out.add(" bin = ");
                expressions.expression(bin);
            });
        }
    }

    private void topNested(TabularOperator.TopNested nested) {
        for (int i = 0; i < nested.clauses().size(); i++) {
            TabularOperator.TopNestedClause clause = nested.clauses().get(i);
            if (i > 0) {
                out.add(",").line().add("  ").add(nested.keyword());
            }
            clause.count().ifPresent(count -> {
                out.add(" ");
                expressions.expression(count);
            });
            out.add(" of ");
            expressions.named(clause.of());
            clause.others().ifPresent(others -> {
                out.add(" with others = ");
                expressions.expression(others);
            });
            out.add(" by ");
            expressions.named(clause.by());
            direction(clause.direction());
        }
    }

    private void join(TabularOperator.Join join) {
        parameters(join.parameters());
        out.add(" ");
        expressions.term(join.right());
        if (!join.on().isEmpty()) {
            out.add(" on ");
            expressions.expressions(join.on());
        }
        join.where().ifPresent(where -> clause("where", where));
    }

    private void parse(TabularOperator.Parse parse) {
        parameters(parse.parameters());
        out.add(" ");
        expressions.expression(parse.text());
        out.add(" with");
        for (TabularOperator.ParsePart part : parse.parts()) {
            out.add(" ");
            switch (part) {
                case TabularOperator.ParsePart.Skip() -> out.add("*");
                case TabularOperator.ParsePart.Text(var value, var hidden) -> expressions.string(value, hidden);
                case TabularOperator.ParsePart.Capture(var name, var type) -> {
                    out.add(NamePrinter.free(name));
                    type.ifPresent(given -> out.add(": ").add(given));
                }
            }
        }
    }

    private void render(TabularOperator.Render render) {
        out.add(render.chart().isEmpty() ? "" : " " + render.chart());
        for (Parameter property : render.properties()) {
            out.add(" ");
            expressions.property(property);
        }
        if (!render.by().isEmpty()) {
            out.add(" by ");
            out.list(render.by(), this::beforeWith);
        }
        if (!render.with().isEmpty()) {
            out.add(" with (");
            out.list(
                    render.with(),
                    property -> property.name()
                            .ifPresentOrElse(
                                    name -> expressions.property(name, property.value()),
                                    () -> expressions.expression(property.value())));
            out.add(")");
        }
    }

    private void makeSeries(TabularOperator.MakeSeries series) {
        parameters(series.parameters());
        out.add(" ");
        out.list(series.items(), item -> {
            expressions.named(item.value());
            item.defaultValue().ifPresent(value -> {
                out.add(" default = ");
                expressions.expression(value);
            });
        });
        out.add(" on ");
        expressions.named(series.on());
        if (series.inRange()) {
            out.add(" in range(");
            out.list(
                    List.of(series.from(), series.to(), series.step()),
                    bound -> bound.ifPresent(expressions::expression));
            out.add(")");
        } else {
            series.from().ifPresent(from -> clause("from", from));
            series.to().ifPresent(to -> clause("to", to));
            series.step().ifPresent(step -> clause("step", step));
        }
        if (!series.keys().isEmpty()) {
            out.add(" by ");
            expressions.named(series.keys());
        }
    }

    private void branch(TabularOperator.ForkBranch branch) {
        out.line().add("  ");
        branch.name().ifPresent(name -> out.add(NamePrinter.free(name)).add(" = "));
        subquery(branch.operators());
    }

    private void scan(TabularOperator.Scan scan) {
        parameters(scan.parameters());
        if (!scan.order().isEmpty()) {
            out.add(" order by ");
            out.list(scan.order(), this::order);
        }
        if (!scan.partition().isEmpty()) {
            out.add(" partition by ");
            expressions.expressions(scan.partition());
        }
        if (!scan.declared().isEmpty()) {
            out.add(" declare (");
            statements.parameters(scan.declared());
            out.add(")");
        }
        out.block(
                " with (",
                () -> {
                    for (int i = 0; i < scan.steps().size(); i++) {
                        if (i > 0) {
                            out.line();
                        }
                        step(scan.steps().get(i));
                    }
                },
                ")");
    }

    private void step(TabularOperator.ScanStep step) {
        out.add("step ").add(NamePrinter.free(step.name()));
        out.add(step.optional() ? " optional" : "");
        step.output().ifPresent(output -> out.add(" output=").add(output));
        out.add(": ");
        expressions.expression(step.condition());
        if (!step.assignments().isEmpty()) {
            out.add(" => ");
            expressions.named(step.assignments());
        }
        out.add(";");
    }

    private void find(TabularOperator.Find find) {
        parameters(find.parameters());
        tables(find.tables());
        clause("where", find.predicate());
        if (find.smart()) {
            out.add(" project-smart");
        } else if (!find.columns().isEmpty()) {
            out.add(" project ");
            out.list(find.columns(), column -> {
                out.add(column.name().map(NamePrinter::free).orElse("pack(*)"));
                column.type().ifPresent(type -> out.add(": ").add(type));
            });
        }
    }

    private void makeGraph(TabularOperator.MakeGraph graph) {
        parameters(graph.parameters());
        out.add(" ").add(NamePrinter.free(graph.source())).add(graph.directed() ? " --> " : " -- ");
        out.add(NamePrinter.free(graph.target()));
        if (!graph.nodes().isEmpty()) {
            out.add(" with ");
            out.list(graph.nodes(), nodes -> {
                expressions.term(nodes.table());
                clause("on", nodes.on());
            });
        }
        graph.nodeId().ifPresent(id -> out.add(" with_node_id=").add(NamePrinter.free(id)));
        graph.partition().ifPresent(partition -> {
            out.add(" partitioned-by ").add(NamePrinter.free(partition.by())).add(" ");
            subquery(partition.subquery());
        });
    }

    private void graphMatch(TabularOperator.GraphMatch match) {
        parameters(match.parameters());
        boolean afterNode = false;
        out.add(" ");
        for (TabularOperator.GraphElement element : match.pattern()) {
            out.add(afterNode && !element.edge() ? ", " : "").add(element.text());
            afterNode = !element.edge();
        }
        match.where().ifPresent(where -> clause("where", where));
        if (!match.project().isEmpty()) {
            out.add(" project ");
            expressions.named(match.project());
        }
    }

    private void graphTable(TabularOperator.GraphTable table) {
        out.add(table.edges() ? "edges" : "nodes");
        table.name().ifPresent(name -> out.add(" as ").add(NamePrinter.free(name)));
        parameters(table.parameters());
    }
}

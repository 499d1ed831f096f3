package dev.kqlift.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The validator finds what it is there to find. */
class IrInvariantsTest {
    private static final Origin ORIGIN = Origin.of(0, 5);
    private static final Column NAME = new Column(new ColumnId(1), "Name", KqlType.STRING);
    private static final Column OTHER = new Column(new ColumnId(2), "Other", KqlType.BOOL);
    private static final Relation TABLE = new Relation.TableScan("T", List.of(NAME), false, ORIGIN);

    private static List<String> rules(Relation relation) {
        return IrInvariants.breaches(List.of(relation), 5).stream()
                .map(breach -> breach.substring(0, breach.indexOf(':')))
                .toList();
    }

    private static Scalar read(Column column) {
        return new Scalar.ColumnRef(column, ORIGIN);
    }

    @Test
    void aRelationThatIsWellFormedHasNoBreach() {
        Scalar one = new Scalar.Constant(new Value.Bool(true), ORIGIN);
        assertThat(rules(new Relation.Filter(TABLE, one, ORIGIN))).isEmpty();
    }

    @Test
    void aReferenceToAColumnOfNoInputIsFound() {
        assertThat(rules(new Relation.Filter(TABLE, read(OTHER), ORIGIN)))
                .containsExactly("a scalar reads columns of its input");
    }

    @Test
    void aPredicateOfAnotherTypeIsFound() {
        assertThat(rules(new Relation.Filter(TABLE, read(NAME), ORIGIN))).containsExactly("a predicate is a truth");
    }

    @Test
    void twoColumnsOfOneIdOrNameAreFound() {
        Column same = new Column(new ColumnId(3), "Name", KqlType.LONG);
        assertThat(rules(new Relation.TableScan("T", List.of(NAME, same), false, ORIGIN)))
                .containsExactly("names are distinct");
        assertThat(rules(new Relation.TableScan("T", List.of(NAME, NAME), false, ORIGIN)))
                .containsExactly("ids are distinct", "names are distinct");
    }

    @Test
    void aColumnFromNowhereIsFound() {
        Relation project =
                new Relation.Project(TABLE, Relation.ProjectKind.PROJECT, List.of(), List.of(OTHER), false, ORIGIN);
        assertThat(rules(project)).containsExactly("a column is passed on or made");
    }

    @Test
    void anAssignmentThatReusesAColumnOfItsInputIsFound() {
        Relation project = new Relation.Project(
                TABLE,
                Relation.ProjectKind.EXTEND,
                List.of(new Assignment(NAME, read(NAME))),
                List.of(NAME),
                false,
                ORIGIN);
        assertThat(rules(project)).containsExactly("an assignment makes a new column");
    }

    @Test
    void anInputOfAUnionThatGivesAForeignColumnIsFound() {
        Relation union = new Relation.Union(
                List.of(new Relation.UnionInput(TABLE, List.of(Optional.of(OTHER)))),
                false,
                Optional.empty(),
                List.of(new Column(new ColumnId(4), "Other", KqlType.BOOL)),
                false,
                ORIGIN);
        assertThat(rules(union)).containsExactly("an input gives a column of its own");
    }

    @Test
    void aPlaceBehindTheTextIsFound() {
        assertThat(rules(new Relation.TableScan("T", List.of(NAME), false, Origin.of(3, 9))))
                .containsExactly("origins lie in the text");
    }
}

package dev.kqlift.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The direction of the dependencies: what each module and each package of core may know. */
final class ArchitectureTest {
    private static final String ROOT = "dev.kqlift.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.kqlift");

    /** Inside core a package may know only what stands before it. */
    private static final List<String> CORE = List.of(
            "source",
            "diagnostics",
            "document",
            "syntax",
            "types",
            "catalog",
            "ir",
            "semantic",
            "rewrite",
            "analysis",
            "evaluation",
            "generation",
            "lint",
            "translation",
            "engine",
            "ruletest");

    private static final List<String> BACKENDS =
            List.of("backend", "mapping", "sql", "pipe", "sigma", "rendering", "execution");

    @Test
    void packagesOfCoreKnowOnlyWhatStandsBeforeThem() {
        for (int i = 0; i < CORE.size(); i++) {
            List<String> later = CORE.subList(i + 1, CORE.size());
            if (!later.isEmpty()) {
                check(noClasses()
                        .that()
                        .resideInAPackage(within(CORE.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(within(later)));
            }
        }
    }

    @Test
    void coreKnowsNoOtherModuleButTheGrammar() {
        List<String> others = new ArrayList<>(BACKENDS);
        others.addAll(List.of("corpus", "reports", "cli"));
        check(noClasses()
                .that()
                .resideInAnyPackage(within(CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(others)));
    }

    @Test
    void theGrammarKnowsNoOtherModule() {
        check(noClasses()
                .that()
                .resideInAPackage(within("grammar"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.kqlift..").and(not(resideInAPackage(within("grammar"))))));
    }

    @Test
    void backendsCorpusAndReportsAreNotMixed() {
        check(noClasses()
                .that()
                .resideInAnyPackage(within(BACKENDS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(List.of("corpus", "reports", "cli"))));
        check(noClasses()
                .that()
                .resideInAPackage(within("corpus"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(List.of("reports", "cli"))));
        check(noClasses()
                .that()
                .resideInAnyPackage(within(List.of("corpus", "reports")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(within(BACKENDS)));
        check(noClasses()
                .that()
                .resideInAPackage(within("reports"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within("cli")));
    }

    @Test
    void onlyTheTreeBuilderKnowsTheParserGenerator() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(within("grammar"), within("syntax.build"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(within("grammar"), within("syntax.build"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within("grammar")));
    }

    @Test
    void librariesStayWhereTheyBelong() {
        onlyIn("org.yaml..", "document", "catalog", "mapping");
        onlyIn("freemarker..", "rendering", "reports.site");
        onlyIn("org.commonmark..", "reports.site");
        onlyIn(
                "tools.jackson..",
                "document",
                "catalog",
                "evaluation",
                "reports",
                "rendering",
                "mapping",
                "corpus",
                "execution");
        onlyIn("picocli..", "cli");
        onlyIn("com.google.common..", "evaluation");
        onlyIn("org.elasticsearch..", "evaluation");
        onlyIn("org.apache.commons.numbers..", "evaluation");
        onlyIn("com.maxmind.db..", "execution");
        onlyIn("me.tongfei.progressbar..", "cli");
        onlyIn("org.duckdb..", "execution", "corpus");
        onlyIn("java.sql..", "execution", "corpus");
    }

    private static void onlyIn(String library, String... packages) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(within(List.of(packages)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void onlyTheCommandLineTouchesTheStandardStreamsAndEndsTheProcess() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(within("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void classesAreFinalUnlessTheyAreMeantToBeExtended() {
        check(classes()
                .that()
                .resideInAPackage("dev.kqlift..")
                .and()
                .resideOutsideOfPackage(within("grammar"))
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .orShould()
                .beEnums());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String within(String name) {
        return ROOT + name + "..";
    }

    private static String[] within(List<String> names) {
        return names.stream().map(ArchitectureTest::within).toArray(String[]::new);
    }
}

package dev.countersign.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of the whole house, as seen from its top floor. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countersign");

  @Test
  void lowerFloorsKnowNothingOfHigherOnes() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.countersign..")
        .layer("model")
        .definedBy("dev.countersign.model..")
        .layer("attest")
        .definedBy("dev.countersign.attest..")
        .layer("guard")
        .definedBy("dev.countersign.guard..")
        .layer("fit")
        .definedBy("dev.countersign.fit..")
        .layer("gateway")
        .definedBy("dev.countersign.gateway..")
        .layer("watch")
        .definedBy("dev.countersign.watch..")
        .layer("runner")
        .definedBy("dev.countersign.runner..")
        .layer("provenance")
        .definedBy("dev.countersign.provenance..")
        .layer("inspect")
        .definedBy("dev.countersign.inspect..")
        .layer("knowledge")
        .definedBy("dev.countersign.knowledge..")
        .layer("derive")
        .definedBy("dev.countersign.derive..")
        .layer("assess")
        .definedBy("dev.countersign.assess..")
        .layer("discover")
        .definedBy("dev.countersign.discover..")
        .layer("bom")
        .definedBy("dev.countersign.bom..")
        .layer("report")
        .definedBy("dev.countersign.report..")
        .layer("cli")
        .definedBy("dev.countersign.cli..")
        .layer("testing")
        .definedBy("dev.countersign.testing..")
        .whereLayer("testing")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("bom")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("discover")
        .mayOnlyBeAccessedByLayers("bom", "cli")
        .whereLayer("gateway")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("runner")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("watch")
        .mayOnlyBeAccessedByLayers("runner", "assess", "report", "cli", "testing")
        .whereLayer("fit")
        .mayOnlyBeAccessedByLayers("gateway", "cli")
        .whereLayer("guard")
        .mayOnlyBeAccessedByLayers("fit", "gateway", "assess", "cli", "testing")
        .whereLayer("assess")
        .mayOnlyBeAccessedByLayers("report", "cli", "testing")
        .whereLayer("derive")
        .mayOnlyBeAccessedByLayers("assess", "report", "cli", "testing")
        .whereLayer("inspect")
        .mayOnlyBeAccessedByLayers("assess", "discover", "bom", "report", "cli", "testing")
        .whereLayer("provenance")
        .mayOnlyBeAccessedByLayers("fit", "assess", "bom", "report", "cli", "testing")
        .whereLayer("attest")
        .mayOnlyBeAccessedByLayers(
            "guard",
            "fit",
            "gateway",
            "watch",
            "runner",
            "provenance",
            "inspect",
            "assess",
            "bom",
            "report",
            "cli",
            "testing")
        .whereLayer("knowledge")
        .mayOnlyBeAccessedByLayers("derive", "assess", "report", "cli", "testing")
        .because("each floor can be read, tested and shipped without those above it")
        .check(HOUSE);
  }

  @Test
  void modulesHaveNoCycles() {
    slices()
        .matching("dev.countersign.(*)..")
        .should()
        .beFreeOfCycles()
        .because("data moves one way")
        .check(HOUSE);
  }

  @Test
  void packagesOfTheCommandLineHaveNoCycles() {
    slices()
        .matching("dev.countersign.cli.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a newcomer reads one package at a time")
        .check(HOUSE);
  }

  @Test
  void packagesOfReportsHaveNoCycles() {
    slices()
        .matching("dev.countersign.report.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a format can be added or dropped without touching another")
        .check(HOUSE);
  }

  @Test
  void onlyTheStartOfAProgramTouchesTheStandardStreams() {
    noClasses()
        .that(areNotPrograms())
        .should(ACCESS_STANDARD_STREAMS)
        .because("everything that is written can then be tested and escaped")
        .check(HOUSE);
  }

  @Test
  void onlyTheStartOfAProgramEndsIt() {
    noClasses()
        .that(areNotPrograms())
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("a library that ends the process takes its host with it")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandsKnowTheParserOfTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.countersign.cli.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..")
        .because("reports are made for more doors than this one")
        .check(HOUSE);
  }

  @Test
  void onlyTheGatewayAndSinksOfAlertsOpenNetworkConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.countersign.gateway..",
            "dev.countersign.runner.sink.network..") // a proxy, started by its own command
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.rmi..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .because("a check reads the repository and nothing else")
        .check(HOUSE);
  }

  @Test
  void onlyTheSourceAndTheSinkOfTopicsKnowKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.countersign.runner.source.topic..")
        .and()
        .doNotHaveFullyQualifiedName("dev.countersign.runner.sink.network.TopicCarrier")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .because("whoever watches a file does not load it")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.countersign.report.templates..") // written by jte's compiler
        .should(liveInNullMarkedPackages())
        .because("null is no value here, and NullAway looks only where it is told to")
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> areNotPrograms() {
    return DescribedPredicate.describe(
        "are not programs", type -> type.tryGetMethod("main", String[].class).isEmpty());
  }

  private static ArchCondition<JavaClass> liveInNullMarkedPackages() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(item, marked, item.getPackageName()));
      }
    };
  }
}

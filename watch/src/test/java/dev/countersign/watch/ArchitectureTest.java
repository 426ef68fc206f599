package dev.countersign.watch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of this module. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countersign.watch");

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.countersign.(watch.*|watch)")
        .should()
        .beFreeOfCycles()
        .because("a newcomer reads one package at a time")
        .check(MODULE);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .should(liveInNullMarkedPackages())
        .because("null is no value here, and NullAway looks only where it is told to")
        .check(MODULE);
  }

  @Test
  void nothingWritesToTheStandardStreams() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("it runs inside services").check(MODULE);
  }

  @Test
  void nothingOpensConnections() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Socket|HttpURLConnection|URLConnection|http\\..*)")
        .because("a detector is a function of its state and an event")
        .check(MODULE);
  }

  @Test
  void itNeedsNothingButStatementsAndJson() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.countersign.watch..",
            "dev.countersign.attest..",
            "tools.jackson..",
            "org.jspecify..",
            "java..")
        .because("a service embeds it, and whatever it brings along comes too")
        .check(MODULE);
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

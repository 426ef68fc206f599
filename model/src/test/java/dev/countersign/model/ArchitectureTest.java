package dev.countersign.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.countersign.model.edit.ModelEdit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The shape of this module. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.countersign.model");

  /** The doors of the module: they lead to the rooms, so nothing in a room knows them. */
  private static final DescribedPredicate<JavaClass> DOORS =
      JavaClass.Predicates.belongToAnyOf(
          ModelReader.class, JsonSchema.class, SystemDigest.class, ModelEdit.class);

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching(
            "dev.countersign.(model.edit|model.language|model.read|model.schema|model.yaml|model)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(DOORS, DescribedPredicate.alwaysTrue())
        .because("a newcomer reads one package at a time")
        .check(MODULE);
  }

  @Test
  void nothingGoesBackThroughTheDoors() {
    noClasses()
        .that(DescribedPredicate.not(DOORS))
        .should()
        .dependOnClassesThat(DOORS)
        .because("the doors are for those who come from outside")
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
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("only the command line talks to people")
        .check(MODULE);
  }

  @Test
  void onlyTheYamlLayerKnowsTheYamlLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.countersign.model.yaml")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..")
        .because("every file is read within the same bounds")
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

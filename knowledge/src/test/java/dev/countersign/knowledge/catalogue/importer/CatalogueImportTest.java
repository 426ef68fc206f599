package dev.countersign.knowledge.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.knowledge.catalogue.importer.ImportReport.Change;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Outcome;
import dev.countersign.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Imports small files made by hand, one of each format. The expected data are beside them; after a
 * wanted change, import into them and review the diff.
 */
class CatalogueImportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"v5", "v6"})
  void writesWhatIsExpectedOfEachFormat(String sources) throws Exception {
    ImportFixture fixture = new ImportFixture(folder, sources);

    fixture.run();

    Path expected = ImportFixture.expected(sources);
    List<String> names = ImportFixture.dataFiles(expected);
    assertThat(ImportFixture.dataFiles(fixture.target)).isEqualTo(names).contains("index.json");
    for (String name : names) {
      assertThat(fixture.target.resolve(name)).hasSameTextualContentAs(expected.resolve(name));
    }
  }

  @Test
  void aSecondImportChangesNothing() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.run();

    assertThat(fixture.run().outcomes()).extracting(Outcome::change).containsOnly(Change.SAME);
  }

  @Test
  void keepsACatalogueWhoseFilesAreNotInTheFolder() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.run();
    Files.delete(fixture.upstream.resolve("page.md"));

    ImportReport report = fixture.run();

    assertThat(report.toString())
        .contains("exchange 1: 5 entries, kept: none of its files is in the folder\n")
        .contains("atlas 5.0.0: 6 entries, the same as before\n");
    Path kept = ImportFixture.expected("v5").resolve("exchange.json");
    assertThat(fixture.target.resolve("exchange.json")).hasSameTextualContentAs(kept);
  }

  @Test
  void tellsLinksToCataloguesThatAreGone() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.run();
    Files.delete(fixture.target.resolve("sources/atlas.yaml"));

    fixture.run();

    assertThat(fixture.target.resolve("list.json"))
        .content()
        .contains("\"edition\": \"5.0.0\", \"external\": true");
  }

  @Test
  void refusesAnEditionThatNobodyDescribed() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.upstream.resolve("atlas-5.yaml"), "version: 5.0.0", "version: 5.1.0");

    Problem problem = onlyProblem(fixture);

    assertThat(problem.place().file()).endsWith("atlas-5.yaml");
    assertThat(problem.place().line()).isEqualTo(4);
    assertThat(problem.expected()).hasValue("the edition 5.0.0, as described");
    assertThat(problem.next()).contains("atlas.yaml");
  }

  @Test
  void refusesAFolderThatIsNotThere() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.run();

    ImportRefused refused =
        catchThrowableOfType(
            ImportRefused.class,
            () -> CatalogueImport.run(folder.resolve("elsewhere"), fixture.target));

    assertThat(refused).hasMessageContaining("elsewhere:1:1: no such folder");
  }

  @Test
  void refusesAnOlderFormat() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v6");
    fixture.edit(fixture.upstream.resolve("atlas-6.yaml"), "version: 6.0.0", "version: 7.0.0");

    assertThat(onlyProblem(fixture).place().line()).isEqualTo(2);
  }

  @Test
  void refusesARelationshipOfNobody() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v6");
    fixture.edit(
        fixture.upstream.resolve("atlas-6.yaml"), "source: AML.M0001", "source: AML.M0009");

    assertThat(onlyProblem(fixture).message()).contains("AML.M0009");
  }

  @Test
  void refusesARowOfTheTableThatIsNone() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.upstream.resolve("table.psv"), "|Feasible", "");

    assertThat(onlyProblem(fixture).place().line()).isEqualTo(3);
  }

  @Test
  void refusesAnIdThatIsThereTwice() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.upstream.resolve("atlas-5.yaml"), "id: AML.CS0002", "id: AML.CS0001");

    assertThat(onlyProblem(fixture).message()).isEqualTo("AML.CS0001 is there twice");
  }

  @Test
  void refusesAnIdThatTwoCataloguesHave() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    Path table = fixture.target.resolve("sources/atlas-table.yaml");
    fixture.edit(table, "suffix: \"@table\"\n", "");

    assertThat(refused(fixture).getMessage()).contains("AML.T0001 is in the catalogue 'atlas' too");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    Files.write(fixture.upstream.resolve("page.md"), new byte[5 * 1024 * 1024]);

    assertThat(refused(fixture).getMessage()).contains("page.md:1:1: the file is too large");
  }

  @Test
  void refusesAFileOutsideTheFolder() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    Files.writeString(folder.resolve("outside.md"), "# Outside");
    fixture.edit(
        fixture.target.resolve("sources/exchange.yaml"), "[page.md]", "[page.md, ../outside.md]");

    assertThat(refused(fixture).getMessage()).contains("outside the folder");
  }

  @Test
  void refusesADescriptionWithAnUnknownKey() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.target.resolve("sources/cosai.yaml"), "licence:", "license:");

    assertThat(refused(fixture).getMessage())
        .contains("unknown key 'license'")
        .contains("Did you mean 'licence'?");
  }

  @Test
  void refusesAFormatThatNobodyReads() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.target.resolve("sources/cosai.yaml"), "format: cosai", "format: xml");

    assertThat(onlyProblem(fixture).expected().orElse("")).contains("atlas-5, atlas-6");
  }

  @Test
  void refusesAHandKeptEntryOfAnotherEdition() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    fixture.edit(fixture.target.resolve("sources/list.yaml"), "\"L01:1\":", "\"L01:2\":");

    assertThat(refused(fixture).problems().getFirst().message()).contains("L01:2");
  }

  @Test
  void writesNothingWhenItRefuses() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v5");
    Files.writeString(fixture.upstream.resolve("risks.yaml"), "risks: [unclosed");

    assertThat(refused(fixture).problems()).isNotEmpty();
    assertThat(ImportFixture.dataFiles(fixture.target)).isEmpty();
  }

  @Test
  void onlyEverRefusesFilesThatAreCutShort() throws Exception {
    ImportFixture fixture = new ImportFixture(folder, "v6");
    Path file = fixture.upstream.resolve("atlas-6.yaml");
    String whole = Files.readString(file);
    int refusals = 0;
    for (int length = 0; length < whole.length(); length += 37) {
      Files.writeString(file, whole.substring(0, length));
      try {
        fixture.run();
      } catch (ImportRefused refused) {
        assertThat(refused.problems()).isNotEmpty();
        refusals++;
      }
    }
    assertThat(refusals).isPositive();
  }

  private static Problem onlyProblem(ImportFixture fixture) {
    assertThat(refused(fixture).problems()).hasSize(1);
    return refused(fixture).problems().getFirst();
  }

  private static ImportRefused refused(ImportFixture fixture) {
    ImportRefused refused = catchThrowableOfType(ImportRefused.class, fixture::run);
    assertThat(refused).as("the import should be refused").isNotNull();
    return refused;
  }
}

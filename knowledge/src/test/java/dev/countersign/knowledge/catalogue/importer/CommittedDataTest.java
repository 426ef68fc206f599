package dev.countersign.knowledge.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Change;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed data and their page of documentation are what the importer makes of them. */
class CommittedDataTest {
  private static final Path DATA = Path.of("src/main/catalogues");
  private static final Path PAGE = Path.of("../docs/catalogues.md");

  @TempDir Path folder;

  @Test
  void anImportWithoutFilesChangesNotOneByte() throws Exception {
    Path copy = folder.resolve("data");
    ImportFixture.copy(DATA, copy);
    ImportFixture.copy(DATA.resolve("sources"), copy.resolve("sources"));
    Path empty = Files.createDirectory(folder.resolve("empty"));

    ImportReport report = CatalogueImport.run(empty, copy);

    // Lists that are kept by hand are made anew; the others are read and written again.
    assertThat(report.outcomes())
        .extracting(Outcome::change)
        .doesNotContain(Change.WRITTEN)
        .contains(Change.KEPT, Change.SAME);
    assertThat(copy.resolve("index.json")).hasSameTextualContentAs(DATA.resolve("index.json"));
  }

  @Test
  void thePageListsEveryCatalogue() throws IOException {
    String page = Files.readString(PAGE);
    for (CatalogueHeader header : Catalogues.bundled().headers()) {
      assertThat(page).contains(row(header));
    }
  }

  private static String row(CatalogueHeader header) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(header.id(), header.title(), header.edition(), header.licence(), counts(header));
  }

  private static String counts(CatalogueHeader header) {
    return header.counts().entrySet().stream()
        .map(CommittedDataTest::count)
        .collect(Collectors.joining(", "));
  }

  private static String count(Map.Entry<EntryKind, Integer> count) {
    return count.getKey().word() + " " + count.getValue();
  }
}

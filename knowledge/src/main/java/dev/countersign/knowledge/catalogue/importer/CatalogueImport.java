package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Change;
import dev.countersign.knowledge.catalogue.importer.ImportReport.Outcome;
import dev.countersign.model.Place;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the data files of the catalogues from a folder of publishers' files.
 *
 * <p>The folder of the data holds {@code sources/}, a description of each catalogue: which edition,
 * whose, under which licence, from which files. An import reads these and the files that they name,
 * and writes {@code ID.json} for each and {@code index.json} for all. The same files give the same
 * bytes, so that a new release is one command and a diff that people can review. A catalogue none
 * of whose files is in the folder stays as it is. The network is not used.
 */
public final class CatalogueImport {
  private CatalogueImport() {}

  /**
   * Imports.
   *
   * @param upstream folder of the publishers' files, named as the descriptions name them
   * @param target folder of the data, with {@code sources/}
   * @throws ImportRefused if anything is wrong with the descriptions or the files; nothing is
   *     written then
   * @throws IOException if files cannot be read or written
   */
  public static ImportReport run(Path upstream, Path target) throws ImportRefused, IOException {
    Problems problems = new Problems();
    checkFolder(upstream, problems);
    Assembly assembly = new Assembly(upstream, target, problems);
    List<Catalogue> catalogues = assembly.assemble();
    if (!problems.isEmpty()) {
      throw new ImportRefused(problems.sorted());
    }
    Externals externals = new Externals(catalogues);
    List<Outcome> outcomes = new ArrayList<>();
    for (Catalogue catalogue : catalogues) {
      CatalogueHeader header = catalogue.header();
      String content = CatalogueWriter.write(externals.mark(catalogue));
      boolean changed = write(target.resolve(header.id() + ".json"), content);
      Change same = assembly.isKept(header.id()) ? Change.KEPT : Change.SAME;
      outcomes.add(outcome(header, changed ? Change.WRITTEN : same));
    }
    List<CatalogueHeader> headers = catalogues.stream().map(Catalogue::header).toList();
    write(target.resolve("index.json"), CatalogueWriter.writeIndex(headers));
    return new ImportReport(outcomes);
  }

  /** A folder that is not there would look like one that has no files for any catalogue. */
  private static void checkFolder(Path upstream, Problems problems) {
    if (!Files.isDirectory(upstream)) {
      problems.add(
          new Problem(
              "no-folder",
              new Place(YamlFile.shownName(upstream), 1, 1),
              1,
              "no such folder",
              Optional.of("the folder of the publishers' files"),
              "Check the path.",
              Optional.empty()));
    }
  }

  private static Outcome outcome(CatalogueHeader header, Change change) {
    return new Outcome(header.id(), header.edition(), header.size(), change);
  }

  private static boolean write(Path file, String content) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return false;
    }
    Files.writeString(file, content);
    return true;
  }
}

package dev.countersign.bom.gather;

import dev.countersign.bom.PartFile;
import dev.countersign.model.Repository;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestPlace;
import dev.countersign.provenance.lineage.Library;
import dev.countersign.provenance.lineage.StatementFile;
import dev.countersign.provenance.slsa.TrainingProvenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements about data and training runs beside a threat model. Whether somebody may speak is
 * for {@code check} to judge; here only what is about the very bytes that are there counts.
 */
final class Statements {
  private static final String FOLDER = ".countersign";

  private final Library library;

  private Statements(Library library) {
    this.library = library;
  }

  static Statements of(Path folder) {
    Path root = Repository.rootOf(folder);
    return new Statements(
        Library.of(
            Stream.of(folder.resolve(FOLDER), root.resolve(FOLDER), folder.resolve("provenance"))
                .distinct()
                .toList()));
  }

  /** The statement about the dataset of this name that lists exactly these files. */
  Optional<DatasetStatement> dataset(String name, List<PartFile> files) {
    return library.named(name).stream()
        .flatMap(file -> dataset(file).stream())
        .filter(statement -> isAbout(statement, files))
        .findFirst();
  }

  /** The run that made one of these files. */
  Optional<TrainingProvenance> training(List<PartFile> files) {
    return files.stream()
        .flatMap(file -> file.sha256().stream())
        .flatMap(sha256 -> library.made(sha256).stream())
        .flatMap(file -> training(file).stream())
        .findFirst();
  }

  private static Optional<DatasetStatement> dataset(StatementFile file) {
    try {
      return Optional.of(file.dataset());
    } catch (MalformedMetadata malformed) {
      return Optional.empty();
    }
  }

  private static Optional<TrainingProvenance> training(StatementFile file) {
    try {
      return Optional.of(file.training());
    } catch (MalformedMetadata malformed) {
      return Optional.empty();
    }
  }

  /** A manifest beside the statement is not read: its statement counts by its name alone. */
  private static boolean isAbout(DatasetStatement statement, List<PartFile> files) {
    return switch (statement.manifest()) {
      case ManifestPlace.Inline(Manifest manifest) ->
          manifest.entries().size() == files.size()
              && files.stream().allMatch(file -> has(manifest, file));
      case ManifestPlace.Beside beside -> beside.files() == files.size();
    };
  }

  private static boolean has(Manifest manifest, PartFile file) {
    return manifest
        .entry(file.path())
        .filter(entry -> entry.bytes() == file.bytes())
        .filter(entry -> sameDigest(entry, file))
        .isPresent();
  }

  private static boolean sameDigest(Entry entry, PartFile file) {
    return entry.sha256().isEmpty()
        || file.sha256().isEmpty()
        || entry.sha256().equals(file.sha256());
  }
}

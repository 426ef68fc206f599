package dev.countersign.cli.provenance;

import dev.countersign.cli.console.Refused;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.Description;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.ManifestConflict;
import dev.countersign.provenance.lineage.StatementFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a dataset on the way to the whole. */
public record Parts(Manifest manifest, Description description) {
  /**
   * One part.
   *
   * @throws Refused if the file holds none
   */
  public static Parts of(Path file) {
    StatementFile statement = Datasets.statement(file);
    DatasetStatement dataset = Datasets.dataset(statement);
    return new Parts(Datasets.manifest(statement, dataset), dataset.description());
  }

  /**
   * Both together. What both say has to be the same, except for lists, which are joined.
   *
   * @throws Refused if they contradict each other
   */
  public Parts and(Parts other) {
    if (!manifest.dataset().equals(other.manifest.dataset())) {
      throw new Refused(
          "these are parts of two datasets, %s and %s. Record both with the same --name."
              .formatted(manifest.dataset(), other.manifest.dataset()));
    }
    try {
      return new Parts(manifest.merge(other.manifest), description(other.description));
    } catch (ManifestConflict conflict) {
      throw new Refused(conflict.getMessage() + ". Record the part that is older again.");
    }
  }

  private Description description(Description other) {
    return new Description(
        joined(description.sources(), other.sources()),
        one("collected", description.collection(), other.collection()),
        joined(description.writers(), other.writers()),
        one("labels", description.labels(), other.labels()),
        one("licence", description.licence(), other.licence()),
        one("sensitivity", description.sensitivity(), other.sensitivity()),
        one("from and until", description.timeRange(), other.timeRange()),
        joined(description.transformations(), other.transformations()),
        description.recorded().or(other::recorded),
        joined(description.selection(), other.selection()),
        joined(description.unseen(), other.unseen()));
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    return Stream.concat(first.stream(), then.stream()).distinct().toList();
  }

  private static <T> Optional<T> one(String what, Optional<T> first, Optional<T> then) {
    if (first.isPresent() && then.isPresent() && !first.equals(then)) {
      throw new Refused(
          "the parts do not agree on %s: %s and %s. Record them with the same words."
              .formatted(what, first.get(), then.get()));
    }
    return first.or(() -> then);
  }
}

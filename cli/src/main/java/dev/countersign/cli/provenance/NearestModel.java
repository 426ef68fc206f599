package dev.countersign.cli.provenance;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Repository;
import dev.countersign.model.SystemModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The threat model nearest to a folder, in it or above it within the repository: what it says of a
 * dataset need not be said again.
 *
 * @param folder its folder, absolute
 * @param system what it says; empty where it cannot be read, which is for {@code check} to tell
 */
public record NearestModel(Path folder, Optional<SystemModel> system) {
  private static final String NAME = "countersign.yaml";

  /** Looks for it. */
  public static Optional<NearestModel> from(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    Path top = Files.isDirectory(start) ? Repository.rootOf(start) : start;
    for (Path at = start; at != null && at.startsWith(top); at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(NAME))) {
        return Optional.of(new NearestModel(at, ModelReader.read(at.resolve(NAME)).model()));
      }
    }
    return Optional.empty();
  }

  /** The system around a file, of which a rule of trust may let somebody speak. */
  public static Optional<String> systemAround(Path file) {
    return from(file.toAbsolutePath().normalize().resolveSibling(""))
        .flatMap(NearestModel::system)
        .map(model -> model.info().id());
  }

  /** The dataset of that name. */
  public Optional<Element> dataset(String name) {
    return system
        .flatMap(model -> model.element(name))
        .filter(element -> element.kind() == ElementKind.DATASET);
  }

  /** The patterns of its files, as seen from {@link #folder}. */
  public List<String> files(Element dataset) {
    if (!(dataset.value("files").orElse(null) instanceof FactValue.Paths(var patterns))) {
      return List.of();
    }
    Path from = Path.of(dataset.placeOf("files").file()).toAbsolutePath().resolveSibling("");
    String way = folder.relativize(from.normalize()).toString().replace('\\', '/');
    return patterns.stream().map(pattern -> way.isEmpty() ? pattern : way + "/" + pattern).toList();
  }
}

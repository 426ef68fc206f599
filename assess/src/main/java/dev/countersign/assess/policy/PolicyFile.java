package dev.countersign.assess.policy;

import dev.countersign.model.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the policy and the repository that a model belongs to. */
public final class PolicyFile {
  private PolicyFile() {}

  /**
   * The nearest {@code countersign-policy.yaml}: in the folder or in one above it, up to the root
   * of the repository. Beyond the repository nothing is looked for, since what lies there is not
   * under the same review.
   *
   * @param folder the folder of {@code countersign.yaml}
   */
  public static Optional<Path> find(Path folder) {
    return nearest(folder, Policy.FILE_NAME);
  }

  /** The nearest file of that name, looked for in the same way. */
  public static Optional<Path> nearest(Path folder, String name) {
    Path root = repository(folder);
    return upwards(folder)
        .takeWhile(candidate -> candidate.startsWith(root))
        .map(candidate -> candidate.resolve(name))
        .filter(Files::exists)
        .findFirst();
  }

  /** The folder that nothing outside of is read: see {@link Repository}. */
  public static Path repository(Path folder) {
    return Repository.rootOf(folder);
  }

  private static Stream<Path> upwards(Path folder) {
    return Stream.iterate(
            Optional.of(absolute(folder)), Optional::isPresent, path -> path.map(Path::getParent))
        .flatMap(Optional::stream);
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}

package dev.countersign.bom.gather;

import dev.countersign.model.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a repository says how to report a weakness. */
final class SecurityPolicy {
  private static final List<String> NAMES =
      List.of("SECURITY.md", ".github/SECURITY.md", "docs/SECURITY.md", ".well-known/security.txt");

  private SecurityPolicy() {}

  /** The nearest, in the folder or above it inside the repository; relative to the folder. */
  static Optional<String> near(Path folder) {
    Path top = Repository.rootOf(folder);
    for (Path at = folder; at != null && at.startsWith(top); at = at.getParent()) {
      for (String name : NAMES) {
        if (Files.isRegularFile(at.resolve(name))) {
          return Optional.of(folder.relativize(at.resolve(name)).toString().replace('\\', '/'));
        }
      }
    }
    return Optional.empty();
  }
}

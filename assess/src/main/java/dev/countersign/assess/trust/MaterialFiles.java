package dev.countersign.assess.trust;

import dev.countersign.attest.key.Pem;
import dev.countersign.model.Repository;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys, certificates and roots that a trust policy names. They lie in its repository, also
 * after following links: what lies elsewhere is not under the same review.
 */
final class MaterialFiles {
  private static final String INLINE = "-----BEGIN ";

  private final Path policy;
  private final Path folder;
  private final Path repository;
  private final Problems problems;
  private final Set<Path> read = new LinkedHashSet<>();

  MaterialFiles(Path policy, Problems problems) {
    this.policy = policy;
    this.folder = policy.resolveSibling("");
    this.repository = Repository.rootOf(folder);
    this.problems = problems;
  }

  /** The policy itself and every file that it named so far. */
  List<Path> read() {
    Set<Path> all = new LinkedHashSet<>();
    all.add(policy);
    all.addAll(read);
    return List.copyOf(all);
  }

  /** The bytes that a value holds, or those of the file that it names; reports what is wrong. */
  Optional<byte[]> bytes(Scalar value) {
    if (value.text().contains(INLINE)) {
      return Optional.of(value.text().getBytes(StandardCharsets.UTF_8));
    }
    return find(value).flatMap(file -> bytes(value, file));
  }

  /** The file that a value names; reports what is wrong with it. */
  Optional<Path> find(Scalar value) {
    try {
      return find(value, folder.resolve(value.text()).normalize());
    } catch (InvalidPathException | IOException e) {
      return wrong(value, "cannot be read", "Name a file inside the repository.");
    }
  }

  private Optional<Path> find(Scalar value, Path path) throws IOException {
    if (Path.of(value.text()).isAbsolute() || !path.startsWith(repository)) {
      return wrong(value, "lies outside the repository", "Copy the file into the repository.");
    }
    if (!Files.exists(path)) {
      return wrong(value, "does not exist", "Check the path; it is relative to this file.");
    }
    Path real = path.toRealPath();
    if (!real.startsWith(repository.toRealPath())) {
      return wrong(
          value, "leads outside the repository by a link", "Copy the file into the repository.");
    }
    if (!Files.isRegularFile(real)) {
      return wrong(value, "is no regular file", "Name a file.");
    }
    read.add(path);
    return Optional.of(path);
  }

  private Optional<byte[]> bytes(Scalar value, Path file) {
    try {
      return Optional.of(Pem.file(file));
    } catch (IOException e) {
      return wrong(
          value,
          "cannot be read, or is larger than %d bytes".formatted(Pem.MOST_BYTES),
          "Make it readable, and check that it is the right file.");
    }
  }

  private <T> Optional<T> wrong(Scalar value, String what, String next) {
    problems.add(
        "bad-file",
        value.span(),
        "the file " + Problems.quote(value.text()) + " " + what,
        "a readable file inside the repository",
        next);
    return Optional.empty();
  }
}

package dev.countersign.bom;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.bom.gather.Gathering;
import dev.countersign.bom.gather.Order;
import dev.countersign.model.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Bills as the tests ask for them. */
public final class Bills {
  /** The day of the examples. */
  public static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

  private static final Path EXAMPLES = copied();

  private Bills() {}

  /** The bill of an example system, in a repository of its own: nothing above it counts. */
  public static Bill example(String name) {
    return of(EXAMPLES.resolve(name).resolve("countersign.yaml"));
  }

  private static Path copied() {
    try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
      Path to = Files.createTempDirectory("examples");
      to.toFile().deleteOnExit();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(Path.of("../examples").relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
        copy.toFile().deleteOnExit();
      }
      Files.createDirectory(to.resolve(".git"));
      return to;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The bill of a system, with digests. */
  public static Bill of(Path file) {
    return of(file, true);
  }

  /** The bill of a system. */
  public static Bill of(Path file, boolean hash) {
    ModelReader.Result read = ModelReader.read(file);
    try {
      return Gathering.of(
          new Order(
              read.model().orElseThrow(() -> new AssertionError(read.problems())),
              false,
              List.of(),
              file.toAbsolutePath().normalize().resolveSibling(""),
              MADE,
              "1.2.3",
              hash,
              HashProgress.SILENT));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.countersign.bom;

import dev.countersign.attest.hash.HashProgress;
import dev.countersign.bom.gather.Gathering;
import dev.countersign.bom.gather.Order;
import dev.countersign.model.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Bills as the tests ask for them. */
public final class Bills {
  /** The day of the examples. */
  public static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

  private Bills() {}

  /** The bill of an example system. */
  public static Bill example(String name) {
    return of(Path.of("../examples", name, "countersign.yaml"));
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

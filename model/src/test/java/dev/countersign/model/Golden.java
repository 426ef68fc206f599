package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what is expected; {@code -Dcountersign.update=true} writes it anew. */
final class Golden {
  private Golden() {}

  static void assertMatches(Path expected, String actual) {
    try {
      if (Boolean.getBoolean("countersign.update")) {
        Files.createDirectories(expected.toAbsolutePath().getParent());
        Files.writeString(expected, actual);
      }
      assertThat(Files.exists(expected) ? Files.readString(expected) : "")
          .as("%s; run again with -Dcountersign.update=true and read the difference", expected)
          .isEqualTo(actual);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

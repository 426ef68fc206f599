package dev.countersign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what users see; {@code -Dcountersign.update=true} writes them anew. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Fails unless the file of that name holds exactly this text. */
  public static void assertMatches(String name, String actual) {
    Path expected = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("countersign.update")) {
        Files.createDirectories(expected.toAbsolutePath().getParent());
        Files.writeString(expected, actual);
      }
      assertThat(actual)
          .as("%s; run again with -Dcountersign.update=true and read the difference", expected)
          .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

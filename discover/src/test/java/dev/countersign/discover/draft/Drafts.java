package dev.countersign.discover.draft;

import dev.countersign.discover.Discovery;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the tests of drafts share. */
final class Drafts {
  private Drafts() {}

  /** The draft of a folder as text. */
  static String of(Path folder) {
    return DraftWriter.write(Drafter.of(Discovery.of(folder)), "");
  }

  /** What the reader of models has against a text. */
  static List<Problem> problems(Path folder, String yaml) {
    try {
      Path file = Files.createTempDirectory(folder, "read").resolve("countersign.yaml");
      Files.writeString(file, yaml);
      return ModelReader.read(file).problems();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a file with its folders. */
  static void file(Path root, String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package dev.countersign.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads the small files of a test. */
final class TestFiles {
  private TestFiles() {}

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The model in a file, which has to be without a problem. */
  static SystemModel model(Path file) {
    ModelReader.Result result = ModelReader.read(file);
    return result
        .model()
        .orElseThrow(() -> new AssertionError(ProblemText.render(result.problems())));
  }
}

package dev.countersign.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads every YAML file of a folder, in a process of its own, and says what came of each. */
final class ReadFolder {
  private ReadFolder() {}

  public static void main(String[] args) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(args[0])).sorted()) {
      files.filter(file -> file.toString().endsWith(".yaml")).forEach(ReadFolder::read);
    }
  }

  private static void read(Path file) {
    ModelReader.Result result = ModelReader.read(file);
    String rendered = ProblemText.render(result.problems());
    String outcome = result.model().isPresent() ? "model" : rendered.isEmpty() ? "" : "problems";
    System.out.println(file.getFileName() + ": " + outcome);
  }
}

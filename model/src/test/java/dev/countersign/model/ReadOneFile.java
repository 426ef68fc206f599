package dev.countersign.model;

import java.nio.file.Path;

/** Reads the file that it is given, in a process of its own, and says what came of it. */
final class ReadOneFile {
  private ReadOneFile() {}

  public static void main(String[] args) {
    ModelReader.Result result = ModelReader.read(Path.of(args[0]));
    boolean rendered = !ProblemText.render(result.problems()).isEmpty();
    System.out.print(
        result.model().isPresent() ? "model\n" : rendered ? "problems\n" : "nothing\n");
  }
}

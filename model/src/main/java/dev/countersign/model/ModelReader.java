package dev.countersign.model;

import dev.countersign.model.read.SystemReader;
import dev.countersign.model.yaml.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code countersign.yaml} and the files that it includes. */
public final class ModelReader {
  private ModelReader() {}

  /**
   * Reads a system. Whatever the files hold, the answer is a model or located problems; nothing is
   * written, and nothing outside the repository of the file is read.
   *
   * @param file the main file
   */
  public static Result read(Path file) {
    Problems problems = new Problems();
    Optional<SystemModel> model = SystemReader.read(file, problems);
    return new Result(model, problems.sorted());
  }

  /**
   * Reads a system from one text that includes nothing: what a statement carries as its snapshot.
   * No file is read.
   *
   * @param name shown to people in its place
   * @param text YAML, and so also JSON, in UTF-8
   */
  public static Result parse(String name, byte[] text) {
    Problems problems = new Problems();
    Optional<SystemModel> model = SystemReader.parse(name, text, problems);
    return new Result(model, problems.sorted());
  }

  /**
   * What reading gave.
   *
   * @param model present exactly when {@code problems} is empty
   * @param problems sorted by place; after the first {@value Problems#SHOWN} one that counts the
   *     others
   */
  public record Result(Optional<SystemModel> model, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
      if (model.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("either a model or problems");
      }
    }
  }
}

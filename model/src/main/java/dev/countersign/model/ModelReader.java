package dev.countersign.model;

import java.util.List;
import java.util.Optional;

/** What reading a file gave: the model if there is no problem, otherwise all the problems. */
public final class ModelReader {
  private ModelReader() {}

  /**
   * What reading gave.
   *
   * @param model present exactly when {@code problems} is empty
   * @param problems sorted by place
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

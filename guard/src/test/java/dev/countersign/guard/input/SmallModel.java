package dev.countersign.guard.input;

import dev.countersign.attest.Subject;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.model.Calibration;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Combination;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Mahalanobis;
import dev.countersign.guard.input.model.Neighbours;
import dev.countersign.guard.input.model.Projection;
import dev.countersign.guard.input.model.Tail;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.ProfileFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that a person can compute by hand: an age around 40 ± 10 and a job of three; scores of
 * its 99 calibration rows are 0.1, 0.2 … 9.9.
 */
final class SmallModel {
  static final String SERVED = "a".repeat(64);

  private SmallModel() {}

  static InputModel model() {
    List<Column> columns =
        List.of(
            new Column.Numeric("age", 0, 100, 40, 10, false),
            new Column.Categorical(
                "job", List.of("sales", "law", "art"), List.of(0.5, 0.3, 0.2), 3, 1, true));
    float[] identity = new float[25];
    for (int i = 0; i < 5; i++) {
      identity[i * 6] = 1;
    }
    float[] mean = {0, 0.5f, 0.3f, 0.2f, 0};
    return new InputModel(
        new Encoding(columns, List.of("")),
        new Projection(mean, identity, 5),
        new Mahalanobis(identity, new float[5], 1, 0),
        new Neighbours(points(), new float[3], new int[] {3}, 1),
        new Combination(tail(), tail(), 0.5),
        calibration());
  }

  /** Three rows of age 40, one of each job, component by component. */
  private static float[] points() {
    return new float[] {
      0, 0, 0, 0.5f, -0.5f, -0.5f, -0.3f, 0.7f, -0.3f, -0.2f, -0.2f, 0.8f, 0, 0, 0
    };
  }

  private static Tail tail() {
    return new Tail(new float[] {0, 1, 2, 3, 4, 5});
  }

  private static Calibration calibration() {
    float[] scores = new float[99];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (i + 1) / 10f;
    }
    return new Calibration(scores, 0, 0.01, 0.05, false);
  }

  static GuardProfile profile(ObjectNode settings) {
    return new GuardProfile(
        Gate.INPUT,
        List.of(Subject.sha256("model", SERVED)),
        List.of(),
        Instant.EPOCH,
        "test",
        Map.of(),
        settings);
  }

  static ProfileFile file() {
    return new ProfileFile(profile(model().write()), "b".repeat(64), "ada");
  }
}

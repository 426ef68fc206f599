package dev.countersign.benchmarks.fleet.model;

import dev.countersign.benchmarks.fleet.Seeds;
import dev.countersign.benchmarks.fleet.data.DataSet;
import java.io.IOException;

/** The models by their names. */
public final class Models {
  /** What {@link #train} takes. */
  public static final String NAMES = "logistic, boosting, mlp";

  private static final Network.Training LOGISTIC = new Network.Training(0, 30, 0.01);
  private static final Network.Training MLP = new Network.Training(48, 30, 0.003);
  private static final int ROUNDS = 60;

  private Models() {}

  /**
   * Trains a model on the part of a data set that is for training.
   *
   * @throws IOException if no model has that name
   */
  public static Model train(DataSet data, String name, long seed) throws IOException {
    return switch (name) {
      case "logistic" -> network(data, LOGISTIC, seed);
      case "mlp" -> network(data, MLP, seed);
      case "boosting" -> Boosting.train(data.train(), data.classes(), ROUNDS);
      default -> throw new IOException("there is no model " + name + ", only " + NAMES);
    };
  }

  private static Network network(DataSet data, Network.Training how, long seed) {
    return Network.train(
        data.train().vectors(),
        Numbers.targets(data.train(), data.classes()),
        how,
        Seeds.of(seed, "model"));
  }
}

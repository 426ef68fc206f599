package dev.countersign.benchmarks.fleet.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The data sets by their names. */
public final class DataSets {
  /** What {@link #load} takes. */
  public static final String NAMES = "adult, german-credit, optdigits, mnist14, mnist28, fraud";

  private DataSets() {}

  /**
   * Loads a data set from its folder below {@code data}.
   *
   * @throws IOException if its files cannot be read, or no data set has that name
   */
  public static DataSet load(Path data, String name, long seed) throws IOException {
    return switch (name) {
      case "adult" -> table(name, Adult.read(data), seed);
      case "german-credit" -> table(name, GermanCredit.read(data), seed);
      case "optdigits" ->
          DataSet.split(
              name, FeatureSpace.image(8), 10, Optdigits.read(data), Mnist.foreign(data, 8), seed);
      case "mnist14", "mnist28" -> mnist(data, name, name.equals("mnist14") ? 14 : 28, seed);
      case "fraud" -> DataSet.split(name, Fraud.SPACE, 2, Fraud.read(data), Optional.empty(), seed);
      default -> throw new IOException("there is no data set " + name + ", only " + NAMES);
    };
  }

  private static DataSet table(String name, CodedTable table, long seed) {
    return DataSet.split(name, table.space(), 2, table.rows(), Optional.empty(), seed);
  }

  private static DataSet mnist(Path data, String name, int side, long seed) throws IOException {
    return DataSet.split(
        name,
        FeatureSpace.image(side),
        10,
        Mnist.read(data, side),
        Optdigits.foreign(data, side),
        seed);
  }
}

package dev.countersign.benchmarks.fleet.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Handwritten digits of 8 by 8 pixels in 17 shades (UCI, Optical Recognition of Handwritten Digits,
 * CC BY 4.0): shades are divided by 16.
 */
final class Optdigits {
  private static final int PIXELS = 64;

  private Optdigits() {}

  static Rows read(Path data) throws IOException {
    List<double[]> vectors = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String file : List.of("optdigits.tra", "optdigits.tes")) {
      for (String line : Files.readAllLines(data.resolve("optdigits").resolve(file))) {
        if (!line.isBlank() && Character.isDigit(line.charAt(0))) {
          String[] cells = line.split(",", -1);
          double[] row = new double[PIXELS];
          for (int i = 0; i < PIXELS; i++) {
            row[i] = Integer.parseInt(cells[i].strip()) / 16.0;
          }
          vectors.add(row);
          labels.add(Integer.parseInt(cells[PIXELS].strip()));
        }
      }
    }
    return new Rows(vectors, labels);
  }

  /** The digits in another size, turned by a quarter, for those who have no rows of their own. */
  static Optional<Rows> foreign(Path data, int side) throws IOException {
    if (!Files.isDirectory(data.resolve("optdigits"))) {
      return Optional.empty();
    }
    Rows rows = read(data);
    return Optional.of(
        new Rows(
            rows.vectors().stream()
                .map(row -> Images.turned(Images.resized(row, 8, side), side))
                .toList(),
            rows.labels()));
  }
}

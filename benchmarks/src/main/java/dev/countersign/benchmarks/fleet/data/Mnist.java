package dev.countersign.benchmarks.fleet.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Handwritten digits of 28 by 28 pixels (LeCun, Cortes and Burges), made smaller where that is
 * asked for: shades are divided by 255.
 */
final class Mnist {
  private static final int SIDE = 28;
  private static final int MARGIN = 4;
  private static final int INNER = SIDE - 2 * MARGIN;
  private static final int IMAGES_START = 16;
  private static final int LABELS_START = 8;
  private static final int MOST_FOREIGN = 5_000;

  private Mnist() {}

  static Rows read(Path data, int side) throws IOException {
    return read(data, side, Integer.MAX_VALUE);
  }

  /** Digits of the test set without their margin, in another size, turned by a quarter. */
  static Optional<Rows> foreign(Path data, int side) throws IOException {
    if (!Files.isDirectory(data.resolve("mnist"))) {
      return Optional.empty();
    }
    Rows rows = read(data, SIDE, MOST_FOREIGN);
    return Optional.of(
        new Rows(
            rows.vectors().stream()
                .map(row -> Images.turned(Images.resized(cropped(row), INNER, side), side))
                .toList(),
            rows.labels()));
  }

  private static Rows read(Path data, int side, int most) throws IOException {
    List<double[]> vectors = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String part : List.of("t10k", "train")) {
      byte[] images = bytes(data.resolve("mnist/" + part + "-images-idx3-ubyte.gz"));
      byte[] digits = bytes(data.resolve("mnist/" + part + "-labels-idx1-ubyte.gz"));
      for (int i = 0; i < digits.length - LABELS_START && labels.size() < most; i++) {
        vectors.add(image(images, IMAGES_START + i * SIDE * SIDE, side));
        labels.add((int) digits[LABELS_START + i]);
      }
    }
    return new Rows(vectors, labels);
  }

  private static double[] image(byte[] images, int from, int side) {
    double[] pixels = new double[SIDE * SIDE];
    for (int j = 0; j < pixels.length; j++) {
      pixels[j] = (images[from + j] & 0xFF) / 255.0;
    }
    return side == SIDE ? pixels : Images.resized(pixels, SIDE, side);
  }

  private static double[] cropped(double[] pixels) {
    double[] inner = new double[INNER * INNER];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = pixels[(MARGIN + i / INNER) * SIDE + MARGIN + i % INNER];
    }
    return inner;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return in.readAllBytes();
    }
  }
}

package dev.countersign.benchmarks.fleet.data;

/** Square grey images, as rows of pixels between 0 and 1. */
final class Images {
  private Images() {}

  /** Another size: each new pixel is the mean of nine points of the old image in its square. */
  static double[] resized(double[] pixels, int from, int to) {
    double[] resized = new double[to * to];
    for (int i = 0; i < resized.length; i++) {
      double sum = 0;
      for (int k = 0; k < 9; k++) {
        int y = sample(i / to, k / 3, from, to);
        int x = sample(i % to, k % 3, from, to);
        sum += pixels[y * from + x];
      }
      resized[i] = sum / 9;
    }
    return resized;
  }

  /** The old place of one of three points across a new pixel. */
  private static int sample(int pixel, int point, int from, int to) {
    return (int) ((pixel + (point + 0.5) / 3) * from / to);
  }

  /** Turned by a quarter. */
  static double[] turned(double[] pixels, int side) {
    double[] turned = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      turned[i] = pixels[(side - 1 - i % side) * side + i / side];
    }
    return turned;
  }
}

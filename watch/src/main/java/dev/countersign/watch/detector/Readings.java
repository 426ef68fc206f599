package dev.countersign.watch.detector;

/** Takes what a detector measured of a client at an event. */
public interface Readings {
  /**
   * A value of a statistic now.
   *
   * @param statistic its place in {@link DetectorKind#statistics}
   * @param value finite
   */
  void reading(int statistic, double value);

  /** Tells the fleet's part of the same detector; it arrives there in the order of time. */
  void contribute(Contribution contribution);
}

package dev.countersign.watch.detector;

import java.util.List;

/** Takes what a detector measured of several clients together. */
public interface FleetReadings {
  /**
   * A value of a statistic now.
   *
   * @param statistic its place in {@link DetectorKind#statistics}
   * @param value finite
   * @param subject what it is about, as a name that stays the same while it goes on: a group of
   *     clients, an instruction that spreads, a source
   * @param clients that belong to it, the first ones
   * @param events that show it, by id
   */
  void reading(
      int statistic, double value, String subject, List<String> clients, List<String> events);
}

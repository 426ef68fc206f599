package dev.countersign.watch.detector;

import java.util.Comparator;

/**
 * What the client's part of a detector tells the fleet's part: small, since all of them meet in one
 * place.
 *
 * <p>Arrays are taken as they are and never written to.
 *
 * @param time of the event at which it was said, in milliseconds since 1970
 * @param system of that event
 * @param model of that event
 * @param client of that event
 * @param event its id
 * @param detector whose it is
 * @param source of that event
 * @param numbers of a meaning that the detector knows
 * @param hashes of a meaning that the detector knows
 */
public record Contribution(
    long time,
    String system,
    String model,
    String client,
    String event,
    String detector,
    String source,
    float[] numbers,
    long[] hashes) {
  /** The order in which they are given to the fleet's part, whatever the number of hosts. */
  public static final Comparator<Contribution> ORDER =
      Comparator.comparingLong(Contribution::time)
          .thenComparing(Contribution::client)
          .thenComparing(Contribution::event)
          .thenComparing(Contribution::detector);
}

package dev.countersign.benchmarks.fleet.client;

import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.log.Event;
import dev.countersign.benchmarks.fleet.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A benign client: what it asks, how much and when.
 *
 * @param id a hash
 * @param kind what it asks
 * @param rhythm when it asks
 * @param perDay about how many rows on a usual day
 * @param behaviour what it asks next
 * @param random its own
 */
public record Client(
    String id,
    Kind kind,
    Rhythm rhythm,
    double perDay,
    Behaviour behaviour,
    RandomGenerator random) {
  private static final double MEDIAN = 75;
  private static final double SPREAD = 0.9;
  private static final double BY_DAY = 0.4;
  private static final int LEAST = 2;
  private static final int MOST = 1_500;

  /** A day in milliseconds. */
  public static final long DAY_MILLIS = 86_400_000;

  /** The client with a number in its fleet. Volumes are log-normal: a few ask very much. */
  public static Client of(int number, String id, Population records, RandomGenerator random) {
    Kind kind = Kind.of(number);
    Rhythm[] rhythms = Rhythm.values();
    Rhythm rhythm =
        kind == Kind.BATCH_SCORER ? Rhythm.NIGHTLY : rhythms[random.nextInt(rhythms.length)];
    double perDay =
        MEDIAN * Math.exp(SPREAD * random.nextGaussian()) * (kind == Kind.BATCH_SCORER ? 3 : 1);
    return new Client(id, kind, rhythm, perDay, kind.behaviour(records, random), random);
  }

  /** What it asks on a day that begins at a time. */
  public List<Event> day(int day, long midnight, Population records, Model model) {
    double wanted = perDay * rhythm.share(day) * Math.exp(BY_DAY * random.nextGaussian());
    int queries = (int) Math.clamp(wanted, LEAST, MOST);
    List<List<double[]>> requests = behaviour.day(day, queries, records, random);
    long[] times = rhythm.times(requests.size(), random);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      List<double[]> rows = requests.get(i);
      events.add(
          Event.infer(
              midnight + times[i], id, rows, rows.stream().map(model::probabilities).toList()));
    }
    return events;
  }

  /** The start of a day of the simulation, from Monday, 2 March 2026. */
  public static long midnight(int day) {
    return 1_772_409_600_000L + day * DAY_MILLIS;
  }

  /** Honest rows of a client with such a behaviour, for one who hides among them. */
  public static List<double[]> rows(
      Kind kind, int count, Population records, RandomGenerator random) {
    List<double[]> rows = new ArrayList<>();
    Behaviour behaviour = kind.behaviour(records, random);
    for (int day = 0; rows.size() < count; day++) {
      behaviour.day(day, count, records, random).forEach(rows::addAll);
    }
    return rows.subList(0, count);
  }
}

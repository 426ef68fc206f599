package dev.countersign.benchmarks.fleet.prompt;

import dev.countersign.benchmarks.fleet.client.Rhythm;
import java.util.random.RandomGenerator;

/**
 * A benign user of a chat.
 *
 * @param id a hash
 * @param style what it sends
 * @param habit which of the shared wordings it has
 * @param rhythm when it sends
 * @param perDay about how many messages a day
 * @param random its own
 */
record Talker(
    String id, Style style, int habit, Rhythm rhythm, double perDay, RandomGenerator random) {
  private static final double MEDIAN = 8;
  private static final double SPREAD = 0.8;
  private static final int MOST = 200;

  /** Of ten users five are chatters, two each use an application and pass on mail. */
  static Talker of(int number, String id, RandomGenerator random) {
    Style style =
        switch (number % 10) {
          case 0, 1 -> Style.APPLICATION;
          case 2, 3 -> Style.FORWARDER;
          case 4 -> Style.FREQUENT;
          default -> Style.CHATTER;
        };
    Rhythm rhythm = random.nextBoolean() ? Rhythm.OFFICE : Rhythm.CLOCK;
    double perDay = MEDIAN * Math.exp(SPREAD * random.nextGaussian());
    return new Talker(id, style, random.nextInt(1000), rhythm, perDay, random);
  }

  /** How many messages it sends on a day. */
  int messages(int day) {
    return (int) Math.clamp(perDay * rhythm.share(day) * (0.5 + random.nextDouble()), 1, MOST);
  }

  String text(Texts texts) {
    return style.text(texts, habit, random);
  }
}

package dev.countersign.runner.calibrate;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Benign clients of several kinds, as a log: most ask rows of one distribution, some ask rows of a
 * part of it, some one row with one field changed, some the same again and again. Features: two
 * amounts in cents that go together, a count, a flag, a measurement, one that is always 1.
 */
final class TestFleet implements EventLog {
  static final int WIDTH = 6;
  private static final long DAY = 86_400_000L;

  private final long seed;
  private final int clients;
  private final int days;

  TestFleet(long seed, int clients, int days) {
    this.seed = seed;
    this.clients = clients;
    this.days = days;
  }

  @Override
  public void forEach(Consumer<Event> each) {
    Random random = new Random(seed);
    for (int day = 0; day < days; day++) {
      for (int client = 0; client < clients; client++) {
        for (int i = 0; i < 40; i++) {
          long time = day * DAY + i * 1_000_000L + client;
          each.accept(event(time, seed + "-" + client, row(client, random)));
        }
      }
    }
  }

  private static float[] row(int client, Random random) {
    float[] row = usual(random);
    if (client % 10 == 7) {
      row[3] = 1;
      row[4] = Math.abs(row[4]);
    } else if (client % 10 == 8) {
      float varied = row[4];
      row = usual(new Random(client));
      row[4] = varied;
    } else if (client % 10 == 9) {
      row = usual(new Random(client));
    }
    return row;
  }

  static float[] usual(Random random) {
    float amount = Math.round(100 * Math.exp(3 + random.nextGaussian())) / 100f;
    float tax = Math.round(20 * amount + random.nextInt(3)) / 100f;
    return new float[] {
      amount, tax, random.nextInt(12), random.nextInt(2), (float) random.nextGaussian(), 1
    };
  }

  /** Rows anywhere in the range of each feature. */
  static float[] anywhere(Random random) {
    return new float[] {
      200 * random.nextFloat(),
      40 * random.nextFloat(),
      11 * random.nextFloat(),
      random.nextFloat(),
      4 * random.nextFloat() - 2,
      1
    };
  }

  static Event event(long time, String client, float[] row) {
    float score = row[0] > 20 ? 0.8f : 0.1f;
    return Event.at(time, client + "/" + time)
        .system("bank")
        .model("fraud")
        .client(client)
        .rows(new Rows(1, row, new float[] {score}))
        .build();
  }

  static List<Event> attack(int queries) {
    Random random = new Random(99);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < queries; i++) {
      events.add(event(i * 1000L, "eve", anywhere(random)));
    }
    return events;
  }
}

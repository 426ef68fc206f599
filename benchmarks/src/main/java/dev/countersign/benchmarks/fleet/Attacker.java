package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.attack.Asked;
import dev.countersign.benchmarks.fleet.client.Client;
import dev.countersign.benchmarks.fleet.client.Kind;
import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.log.Event;
import dev.countersign.benchmarks.fleet.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One attacker's questions as they come over the wire. Honest rows are of one kind of client, in
 * their own order, between those of the attack at random places; the next question follows the last
 * after an exponential time, whose mean is the attacker's own.
 *
 * @param name in the truth
 * @param asked what the attack asks, in order
 * @param sending how
 * @param batch how many rows it sends in one request
 * @param random its own
 */
record Attacker(
    String name, List<Asked> asked, Sending sending, int batch, RandomGenerator random) {
  private static final List<Kind> DISGUISES =
      List.of(Kind.ALL_ROUNDER, Kind.SEGMENT, Kind.ONE_CLASS, Kind.SEASONAL, Kind.RETRIES);
  private static final double LEAST_GAP = 300;
  private static final double MOST_GAP_FACTOR = 40;

  /** How many of the attack's questions are sent. */
  int own() {
    return Math.min(asked.size(), sending.most());
  }

  /** All that is sent, by the ids of its accounts. */
  List<Event> events(List<String> accounts, Population honestRecords, Model model) {
    List<Asked> all = mixed(honestRecords, model);
    double gap = LEAST_GAP * Math.pow(MOST_GAP_FACTOR, random.nextDouble());
    double time = Client.midnight(0) + Client.DAY_MILLIS * random.nextDouble();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < all.size(); i += batch) {
      time += gap * random.nextExponential();
      String account = accounts.get(random.nextInt(accounts.size()));
      List<Asked> sent = all.subList(i, Math.min(all.size(), i + batch));
      events.add(
          Event.infer(
              (long) time,
              account,
              sent.stream().map(Asked::row).toList(),
              sent.stream().map(Asked::answer).toList()));
    }
    return events;
  }

  private List<Asked> mixed(Population honestRecords, Model model) {
    int attack = own();
    int honest = attack * sending.honest();
    List<double[]> rows =
        honest == 0
            ? List.of()
            : Client.rows(
                DISGUISES.get(random.nextInt(DISGUISES.size())), honest, honestRecords, random);
    List<Asked> mixed = new ArrayList<>();
    for (int a = 0, h = 0; a < attack || h < honest; ) {
      // Each order of the two rows of questions is as likely as any other.
      if (random.nextInt(attack - a + honest - h) < attack - a) {
        mixed.add(asked.get(a++));
      } else {
        double[] row = rows.get(h++);
        mixed.add(new Asked(row, model.probabilities(row)));
      }
    }
    return mixed;
  }
}

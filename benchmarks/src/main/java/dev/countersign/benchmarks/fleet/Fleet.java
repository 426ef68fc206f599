package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.client.Client;
import dev.countersign.benchmarks.fleet.data.Population;
import dev.countersign.benchmarks.fleet.log.Event;
import dev.countersign.benchmarks.fleet.log.LogWriter;
import dev.countersign.benchmarks.fleet.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Benign clients over some days.
 *
 * @param name of the log
 * @param clients all of them
 * @param records what they ask about
 */
record Fleet(String name, List<Client> clients, Population records) {
  /** How many days a fleet is watched. */
  static final int DAYS = 10;

  /** A fleet of so many clients. */
  static Fleet of(String name, int size, Population records, long seed) {
    List<Client> clients =
        IntStream.range(0, size)
            .mapToObj(i ->
                Client.of(
                    i,
                    Ids.client(seed, name, Integer.toString(i)),
                    records,
                    Seeds.of(seed, name, i)))
            .toList();
    return new Fleet(name, clients, records);
  }

  /** Writes what they ask, day by day, and tells of each client how many rows it asked. */
  void write(LogWriter log, Model model, Truth truth) throws IOException {
    long[] queries = new long[clients.size()];
    for (int day = 0; day < DAYS; day++) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < queries.length; i++) {
        List<Event> asked = clients.get(i).day(day, Client.midnight(day), records, model);
        queries[i] += asked.stream().mapToLong(Event::questions).sum();
        events.addAll(asked);
      }
      log.write(events);
    }
    for (int i = 0; i < queries.length; i++) {
      Client client = clients.get(i);
      truth.benign(name, client.id(), client.kind().label(), client.rhythm(), DAYS, queries[i]);
    }
  }
}

package dev.countersign.watch.cost;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.sketch.EventClock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all clients spent in the last hour, the older the less it counts, and the {@value
 * #MOST_CLIENTS} that spent most of it (space saving: Metwally, Agrawal and El Abbadi 2005).
 */
final class CostFleetState implements State {
  private static final int MOST_CLIENTS = 32;
  private static final int LONGEST_NAME = 64;
  private static final double HOUR = 3_600_000;

  private final EventClock clock = new EventClock();
  private final Map<String, Double> spent = new LinkedHashMap<>();
  private double hour;
  private long last;

  /** A client spent so much; gives what all spent in the last hour. */
  double spend(long time, String client, double price) {
    long now = clock.at(time);
    double kept = last == 0 ? 1 : Math.exp(Math.min(0, last - now) / HOUR);
    last = now;
    hour = hour * kept + price;
    spent.replaceAll((name, sum) -> sum * kept);
    String name = client.length() > LONGEST_NAME ? client.substring(0, LONGEST_NAME) : client;
    double before = spent.containsKey(name) ? 0 : room();
    spent.merge(name, price + before, Double::sum);
    return hour;
  }

  /** Makes room for another client; gives what the one that went had spent. */
  private double room() {
    if (spent.size() < MOST_CLIENTS) {
      return 0;
    }
    Map.Entry<String, Double> least =
        spent.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    spent.remove(least.getKey());
    return least.getValue();
  }

  /** Those who spent most, the first of them most. */
  List<String> most(int count) {
    return spent.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    clock.write(out);
    out.writeDouble(hour);
    out.writeLong(last);
    out.writeByte(spent.size());
    for (Map.Entry<String, Double> one : spent.entrySet()) {
      out.writeUTF(one.getKey());
      out.writeDouble(one.getValue());
    }
  }

  static CostFleetState read(DataInput in) throws IOException {
    CostFleetState state = new CostFleetState();
    state.clock.read(in);
    state.hour = in.readDouble();
    state.last = in.readLong();
    for (int left = in.readByte(); left > 0; left--) {
      String name = in.readUTF();
      state.spent.put(name, in.readDouble());
    }
    return state;
  }
}

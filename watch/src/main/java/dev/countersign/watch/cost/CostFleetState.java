package dev.countersign.watch.cost;

import dev.countersign.watch.detector.State;
import dev.countersign.watch.sketch.EventClock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all clients spent in the last hour, the older the less it counts, and the {@value
 * #MOST_CLIENTS} that spent most of it (space saving: Metwally, Agrawal and El Abbadi 2005).
 */
final class CostFleetState implements State {
  private static final int MOST_CLIENTS = 32;
  private static final int LONGEST_NAME = 64;
  private static final double HOUR = 3_600_000;

  private final EventClock clock = new EventClock();

  /** In the order in which they came; so many are used. */
  private final String[] names = new String[MOST_CLIENTS];

  private final double[] spent = new double[MOST_CLIENTS];
  private int used;
  private double hour;
  private long last;

  CostFleetState() {
    Arrays.fill(names, "");
  }

  /** A client spent so much; gives what all spent in the last hour. */
  double spend(long time, String client, double price) {
    long now = clock.at(time);
    double kept = last == 0 ? 1 : Math.exp(Math.min(0, last - now) / HOUR);
    last = now;
    hour = hour * kept + price;
    for (int i = 0; i < used; i++) {
      spent[i] *= kept;
    }
    spend(client.length() > LONGEST_NAME ? client.substring(0, LONGEST_NAME) : client, price);
    return hour;
  }

  private void spend(String name, double price) {
    for (int i = 0; i < used; i++) {
      if (names[i].equals(name)) {
        spent[i] += price;
        return;
      }
    }
    double before = used < MOST_CLIENTS ? 0 : room();
    add(name, price + before);
  }

  private void add(String name, double price) {
    names[used] = name;
    spent[used++] = price;
  }

  /** Makes room for another client; gives what the one that went had spent. */
  private double room() {
    int least = 0;
    for (int i = 1; i < used; i++) {
      least = spent[i] < spent[least] ? i : least;
    }
    double had = spent[least];
    used--;
    System.arraycopy(names, least + 1, names, least, used - least);
    System.arraycopy(spent, least + 1, spent, least, used - least);
    return had;
  }

  /** Those who spent most, the first of them most. */
  List<String> most(int count) {
    List<String> most = new ArrayList<>(count);
    long taken = 0;
    while (most.size() < Math.min(count, used)) {
      int next = -1;
      for (int i = 0; i < used; i++) {
        boolean free = (taken >>> i & 1) == 0;
        next = free && (next < 0 || spent[i] > spent[next]) ? i : next;
      }
      taken |= 1L << next;
      most.add(names[next]);
    }
    return most;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    clock.write(out);
    out.writeDouble(hour);
    out.writeLong(last);
    out.writeByte(used);
    for (int i = 0; i < used; i++) {
      out.writeUTF(names[i]);
      out.writeDouble(spent[i]);
    }
  }

  static CostFleetState read(DataInput in) throws IOException {
    CostFleetState state = new CostFleetState();
    state.clock.read(in);
    state.hour = in.readDouble();
    state.last = in.readLong();
    for (int left = Math.min(MOST_CLIENTS, in.readByte()); left > 0; left--) {
      state.add(in.readUTF(), in.readDouble());
    }
    return state;
  }
}

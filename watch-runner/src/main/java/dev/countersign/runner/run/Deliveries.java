package dev.countersign.runner.run;

import dev.countersign.watch.alert.Alert;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All sinks of a run. One that fails holds up no other one. */
final class Deliveries {
  private static final long PAUSE = 20;

  /** 64 MiB: more than the alerts that may wait for a receiver. */
  private static final int LONGEST_POSITION = 64 << 20;

  private final List<Delivery> all = new ArrayList<>();
  private final LongSupplier millis;

  Deliveries(List<NamedSink> sinks, Consumer<String> report, LongSupplier millis) {
    sinks.forEach(sink -> all.add(new Delivery(sink, report, millis)));
    this.millis = millis;
  }

  /** Gives alerts to all; waits only where one owes more than can be held. */
  void take(List<Alert> alerts) throws InterruptedException {
    all.forEach(one -> one.take(alerts));
    while (all.stream().anyMatch(one -> one.owed() > Delivery.MOST_OWED)) {
      Thread.sleep(PAUSE);
      settle();
    }
  }

  /** Tries those again that owe something. */
  void settle() {
    all.forEach(Delivery::settle);
  }

  /** The same until none owes anything, or it has taken too long: how many alerts are owed then. */
  long settle(Duration patience) throws InterruptedException {
    long end = millis.getAsLong() + patience.toMillis();
    settle();
    while (owed() > 0 && millis.getAsLong() < end) {
      Thread.sleep(PAUSE);
      settle();
    }
    return owed();
  }

  long owed() {
    return all.stream().mapToLong(Delivery::owed).sum();
  }

  /** Up to where each sink has taken alerts, by its name. */
  Map<String, String> commit() throws IOException {
    Map<String, String> positions = new HashMap<>();
    for (Delivery one : all) {
      positions.put(one.name(), one.commit());
    }
    return positions;
  }

  static void write(Map<String, String> positions, DataOutput out) throws IOException {
    out.writeInt(positions.size());
    for (Map.Entry<String, String> one : positions.entrySet()) {
      out.writeUTF(one.getKey());
      byte[] position = one.getValue().getBytes(StandardCharsets.UTF_8);
      out.writeInt(position.length);
      out.write(position);
    }
  }

  /** Not as writeUTF does: alerts that wait for a receiver are more than its 64 KiB. */
  private static String position(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_POSITION) {
      throw new IOException("a sink is said to be at a place of " + length + " bytes");
    }
    byte[] position = new byte[length];
    in.readFully(position);
    return new String(position, StandardCharsets.UTF_8);
  }

  /** Goes on where sinks of the same names were; others begin. */
  void resume(DataInput in) throws IOException {
    Map<String, String> positions = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      positions.put(in.readUTF(), position(in));
    }
    for (Delivery one : all) {
      String position = positions.get(one.name());
      if (position != null) {
        one.resume(position);
      }
    }
  }

  void close() {
    all.forEach(Delivery::close);
  }
}

package dev.countersign.watch.campaign;

import dev.countersign.watch.sketch.DistinctCount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who sent a passage since it was seen a second time, for at most a day. */
final class Sighted {
  /** A day, in milliseconds: afterwards counting begins anew. */
  private static final long WINDOW = 86_400_000L;

  private static final int SHOWN_CLIENTS = 8;
  private static final int SHOWN_EVENTS = 4;
  private static final int LONGEST_NAME = 64;

  private final DistinctCount clients = new DistinctCount();
  private final DistinctCount flaggedClients = new DistinctCount();
  private final DistinctCount flaggedDocuments = new DistinctCount();
  private final List<String> names = new ArrayList<>(2);
  private final List<String> events = new ArrayList<>(2);
  private long since;
  private long label;

  Sighted(long since) {
    this.since = since;
  }

  void add(long now, boolean flagged, long client, long document, String name, String event) {
    if (now - since > WINDOW) {
      clear(now);
    }
    clients.add(client);
    if (flagged) {
      flaggedClients.add(client);
      flaggedDocuments.add(document);
    }
    if (names.size() < SHOWN_CLIENTS && !names.contains(cut(name))) {
      names.add(cut(name));
    }
    if (events.size() == SHOWN_EVENTS) {
      events.remove(0);
    }
    events.add(cut(event));
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private void clear(long now) {
    since = now;
    clients.clear();
    flaggedClients.clear();
    flaggedDocuments.clear();
    names.clear();
    events.clear();
  }

  double clients() {
    return clients.estimate();
  }

  double flaggedClients() {
    return flaggedClients.estimate();
  }

  double flaggedDocuments() {
    return flaggedDocuments.estimate();
  }

  /** The first clients, by name. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The last events. */
  List<String> events() {
    return List.copyOf(events);
  }

  /** What all passages of one campaign are called; 0 before that is known. */
  long label() {
    return label;
  }

  void label(long name) {
    this.label = name;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeLong(label);
    clients.write(out);
    flaggedClients.write(out);
    flaggedDocuments.write(out);
    write(names, out);
    write(events, out);
  }

  private static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static Sighted read(DataInput in) throws IOException {
    Sighted sighted = new Sighted(in.readLong());
    sighted.label = in.readLong();
    sighted.clients.read(in);
    sighted.flaggedClients.read(in);
    sighted.flaggedDocuments.read(in);
    readInto(sighted.names, in);
    readInto(sighted.events, in);
    return sighted;
  }

  private static void readInto(List<String> texts, DataInput in) throws IOException {
    for (int left = in.readByte(); left > 0; left--) {
      texts.add(in.readUTF());
    }
  }
}

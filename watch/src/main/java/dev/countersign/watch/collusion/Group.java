package dev.countersign.watch.collusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts that have something in common, for at most a day. */
final class Group {
  /** More accounts are not told apart: so many are enough for any threshold. */
  static final int MOST = 64;

  /** A day, in milliseconds: afterwards counting begins anew. */
  private static final long WINDOW = 86_400_000L;

  private static final int SHOWN = 8;
  private static final int LONGEST_NAME = 64;

  /** By account, the hash of the row that it came with. */
  private final Map<String, Long> accounts = new LinkedHashMap<>(2);

  private final List<String> events = new ArrayList<>(2);
  private long since;
  private final long label;

  Group(long label, long since) {
    this.label = label;
    this.since = since;
  }

  /** What the group is called by. */
  long label() {
    return label;
  }

  void add(long now, String account, long row, String event) {
    if (now - since > WINDOW) {
      accounts.clear();
      events.clear();
      since = now;
    }
    if (accounts.size() < MOST) {
      accounts.putIfAbsent(cut(account), row);
    }
    if (events.size() == SHOWN) {
      events.remove(0);
    }
    events.add(cut(event));
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** How many accounts there are; those that came with the very same row count as one. */
  long size() {
    return accounts.values().stream().distinct().count();
  }

  List<String> accounts() {
    return accounts.keySet().stream().limit(SHOWN).toList();
  }

  List<String> events() {
    return List.copyOf(events);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(label);
    out.writeLong(since);
    out.writeByte(accounts.size());
    for (Map.Entry<String, Long> one : accounts.entrySet()) {
      out.writeUTF(one.getKey());
      out.writeLong(one.getValue());
    }
    out.writeByte(events.size());
    for (String event : events) {
      out.writeUTF(event);
    }
  }

  static Group read(DataInput in) throws IOException {
    Group group = new Group(in.readLong(), in.readLong());
    for (int left = Math.min(MOST, in.readByte()); left > 0; left--) {
      String account = in.readUTF();
      group.accounts.put(account, in.readLong());
    }
    for (int left = Math.min(SHOWN, in.readByte()); left > 0; left--) {
      group.events.add(in.readUTF());
    }
    return group;
  }
}

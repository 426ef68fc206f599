package dev.countersign.watch.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of all clients, as many as {@code most}. There are {@link #COUNT} shards whatever the
 * number of threads, so that who is forgotten does not depend on it.
 */
final class Shard {
  /** Of a monitor. */
  static final int COUNT = 64;

  private final Map<ClientKey, ClientRecord> records;
  private final int most;
  private long forgotten;

  Shard(int most) {
    this.most = most;
    this.records = new LinkedHashMap<>(16, 0.75f, true);
  }

  static int of(String client) {
    int hash = client.hashCode() * 0x9E3779B9;
    return hash >>> 26;
  }

  ClientRecord record(ClientKey key, ClientMachine machine) {
    ClientRecord known = records.get(key);
    if (known != null) {
      return known;
    }
    if (records.size() >= most) {
      records.remove(records.keySet().iterator().next());
      forgotten++;
    }
    ClientRecord fresh = machine.fresh();
    records.put(key, fresh);
    return fresh;
  }

  void put(ClientKey key, ClientRecord record) {
    records.put(key, record);
  }

  Map<ClientKey, ClientRecord> records() {
    return records;
  }

  long forgotten() {
    return forgotten;
  }

  void forgotten(long count) {
    forgotten = count;
  }
}

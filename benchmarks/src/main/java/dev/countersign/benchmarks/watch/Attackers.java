package dev.countersign.benchmarks.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who attacks in the logs of a folder: {@code truth.json}. */
final class Attackers {
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Set<String>> logs = new TreeMap<>();
  private final Map<String, String> kinds = new HashMap<>();

  Attackers(Path folder) throws IOException {
    JsonNode truth = JsonMapper.shared().readTree(folder.resolve("truth.json"));
    for (JsonNode client : truth.path("clients")) {
      String name = client.path("client").asString("");
      String group = client.path("group").asString("");
      kinds.put(name, client.path("kind").asString(""));
      if (!group.isEmpty()) {
        groups.put(name, group);
        logs.computeIfAbsent(client.path("log").asString(""), log -> new TreeSet<>()).add(group);
      }
    }
  }

  /** Logs of attacks, each with its attackers. */
  Map<String, Set<String>> logs() {
    return logs;
  }

  /** The attacker that an account belongs to. */
  String group(String client) {
    return groups.getOrDefault(client, client);
  }

  /** What kind of client it is. */
  String kind(String client) {
    return kinds.getOrDefault(client, "unknown");
  }
}

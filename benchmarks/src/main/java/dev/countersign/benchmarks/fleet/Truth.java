package dev.countersign.benchmarks.fleet;

import dev.countersign.benchmarks.fleet.client.Rhythm;
import dev.countersign.benchmarks.fleet.log.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is who in the logs: what a detector must not read, and what it is judged by. */
public final class Truth {
  private final Map<String, String> head = new LinkedHashMap<>();
  private final List<String> clients = new ArrayList<>();
  private final List<String> attacks = new ArrayList<>();

  /** Says something of all logs. */
  public void say(String key, Object value) {
    head.put(key, json(value));
  }

  /** Tells of a benign client. */
  public void benign(
      String log, String client, String kind, Rhythm rhythm, int days, long queries) {
    clients.add(
        "    "
            + object(
                "client",
                client,
                "log",
                log,
                "kind",
                kind,
                "rhythm",
                rhythm.name().toLowerCase(Locale.ROOT),
                "days",
                days,
                "queries",
                queries));
  }

  /** Tells of an account of an attacker; accounts of one group are one attacker. */
  public void attacker(
      String log, String client, String sending, String attack, String group, int own, int all) {
    clients.add(
        "    "
            + object(
                "client",
                client,
                "log",
                log,
                "kind",
                "attacker",
                "attack",
                attack,
                "sending",
                sending,
                "group",
                group,
                "attack_queries",
                own,
                "queries",
                all));
  }

  /** Tells what an attack is for and what it came to. */
  public void attack(String attack, String goal, Map<String, Object> figures) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("attack", attack);
    all.put("goal", goal);
    all.putAll(figures);
    attacks.add("    " + object(all));
  }

  /**
   * Writes all of it.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("{\n");
    head.forEach((key, value) -> text.append("  \"" + key + "\": " + value + ",\n"));
    text.append("  \"attacks\": [\n").append(String.join(",\n", attacks)).append("\n  ],\n");
    text.append("  \"clients\": [\n").append(String.join(",\n", clients)).append("\n  ]\n}\n");
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String object(Object... keysAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      members.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return object(members);
  }

  private static String object(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%.4f", number);
    }
    if (value instanceof Number) {
      return value.toString();
    }
    StringBuilder text = new StringBuilder();
    JsonText.append(text, value.toString());
    return text.toString();
  }
}

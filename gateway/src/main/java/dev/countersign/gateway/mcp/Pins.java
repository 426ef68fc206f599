package dev.countersign.gateway.mcp;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which definition of each tool of a server was looked at: the one that the policy pins, or else
 * the first that was seen since the configuration was read. Another one is a "rug pull": a tool
 * that was approved, and then says something else.
 */
final class Pins {
  private static final int MOST = 10_000;

  private final Map<String, String> pinned;
  private final Map<String, String> first = new ConcurrentHashMap<>();
  private final Map<String, String> last = new ConcurrentHashMap<>();

  Pins(Map<String, String> pinned) {
    this.pinned = Map.copyOf(pinned);
  }

  /** Takes note of a definition; whether it is the one that was looked at. */
  boolean admits(Definition tool) {
    if (last.size() >= MOST && !last.containsKey(tool.name())) {
      return false;
    }
    last.put(tool.name(), tool.digest());
    first.putIfAbsent(tool.name(), tool.digest());
    return isKept(tool.name());
  }

  /** Whether a tool still says what it said, as far as anybody has seen. */
  boolean isKept(String tool) {
    String said = last.get(tool);
    String expected = pinned.getOrDefault(tool, first.getOrDefault(tool, ""));
    return said == null || said.equals(expected);
  }

  /** Whether the policy pins it, so that a person has looked at what it says. */
  boolean isPinned(String tool) {
    return pinned.containsKey(tool);
  }

  /** What was seen last, by tool. */
  Map<String, String> seen() {
    return new TreeMap<>(last);
  }
}

package dev.countersign.gateway.wire;

import java.nio.charset.StandardCharsets;

/**
 * A server-sent event.
 *
 * @param name of its type; may be empty
 * @param data of it, lines joined by line feeds
 */
public record Event(String name, String data) {
  /** As it goes over the wire. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(data.length() + 32);
    if (!name.isEmpty()) {
      out.append("event: ").append(name).append('\n');
    }
    for (String line : data.split("\n", -1)) {
      out.append("data: ").append(line).append('\n');
    }
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}

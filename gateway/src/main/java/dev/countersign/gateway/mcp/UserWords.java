package dev.countersign.gateway.mcp;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the user said, as a host tells it in {@code _meta} under {@value #KEY}: a text, or a list of
 * texts, with every message or once. It is believed only of the clients that the configuration
 * names, and goes no further than the gateway.
 */
final class UserWords {
  static final String KEY = "dev.countersign/user";
  private static final String PREFIX = "dev.countersign/";

  private UserWords() {}

  /** Takes it out of a message, and tells it to the session if the client is believed. */
  static void take(Flow flow, Session session, ObjectNode message) {
    if (!(message.path("params").path("_meta") instanceof ObjectNode meta)) {
      return;
    }
    JsonNode words = meta.path(KEY);
    List<String> own = meta.propertyNames().stream().filter(key -> key.startsWith(PREFIX)).toList();
    meta.remove(own);
    if (words.isMissingNode()) {
      return;
    }
    if (isHost(flow, session.config())) {
      if (words.isString()) {
        session.user(words.asString());
      }
      words.forEach(text -> session.user(text.asString("")));
    } else {
      flow.exchange.findings.add(
          Finding.of(Gate.TOOL, Decision.FLAG, "the client is no host, and told the user's words"));
    }
  }

  private static boolean isHost(Flow flow, McpConfig config) {
    return config.hosts().contains(McpConfig.ANYBODY)
        || flow.exchange.client.filter(config.hosts()::contains).isPresent();
  }
}

package dev.countersign.gateway.proxy;

import java.util.Locale;

/** What a request asks for. */
public enum Operation {
  LIVE,
  READY,
  METADATA,
  INFER,
  CHAT,
  RESPONSES,
  EMBEDDINGS,
  MODELS,
  /** A message to a server of tools. */
  MCP,
  /** A call of a tool. */
  TOOLS_CALL,
  /** The messages that a server of tools sends by itself. */
  LISTEN,
  /** A path that the configuration allows. */
  OTHER;

  /** The word in the log and in metrics. */
  public String word() {
    return this == TOOLS_CALL ? "tools/call" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether the upstream is chosen by the model that the body names. */
  public boolean isByBody() {
    return this == CHAT || this == RESPONSES || this == EMBEDDINGS;
  }

  /** Whether its body is JSON that gates look at. */
  public boolean hasBody() {
    return this == INFER || this == TOOLS_CALL || isByBody();
  }

  /** Whether it is traced. */
  boolean isTraced() {
    return this == MCP || hasBody();
  }
}

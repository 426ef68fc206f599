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
  /** A path that the configuration allows. */
  OTHER;

  /** The word in the log and in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the upstream is chosen by the model that the body names. */
  public boolean isByBody() {
    return this == CHAT || this == RESPONSES || this == EMBEDDINGS;
  }

  /** Whether its body is JSON that gates look at. */
  public boolean hasBody() {
    return this == INFER || isByBody();
  }
}

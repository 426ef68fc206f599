package dev.countersign.gateway.upstream;

import dev.countersign.gateway.config.UpstreamConfig;

/** A server of models, and how far it is. */
public final class Upstream {
  private final UpstreamConfig config;
  private volatile Prepared prepared = new Prepared.Preparing();

  /** One that is not ready yet. */
  public Upstream(UpstreamConfig config) {
    this.config = config;
  }

  /** What the configuration says of it. */
  public UpstreamConfig config() {
    return config;
  }

  /** How far it is. */
  public Prepared prepared() {
    return prepared;
  }

  /** Says how far it is. */
  public void prepared(Prepared state) {
    prepared = state;
  }

  /** Whether it is asked. */
  public boolean isReady() {
    return prepared instanceof Prepared.Ready;
  }
}

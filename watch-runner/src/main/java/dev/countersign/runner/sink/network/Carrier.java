package dev.countersign.runner.sink.network;

import dev.countersign.watch.alert.Alert;
import java.io.IOException;

/** Brings one alert after the other somewhere. */
public interface Carrier extends AutoCloseable {
  /** Where to, for messages; without secrets. */
  String target();

  /**
   * Brings an alert there.
   *
   * @throws Undeliverable if this alert will never be taken
   * @throws IOException if it may be taken later
   */
  void send(Alert alert) throws IOException, Undeliverable, InterruptedException;

  @Override
  void close();
}

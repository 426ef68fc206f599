package dev.countersign.gateway.config;

import java.time.Duration;

/**
 * How much a client may use. What is over it is refused before it is read.
 *
 * @param body bytes of a request
 * @param answer bytes of an answer that a gate reads as a whole
 * @param headers bytes of the headers of a request
 * @param requests that are worked on at the same time
 * @param connections that are open at the same time
 * @param headerTime from the first byte of a request to the end of its headers
 * @param bodyTime from the end of the headers to the end of the body
 * @param idleTime without a byte in either direction
 */
public record Limits(
    int body,
    int answer,
    int headers,
    int requests,
    int connections,
    Duration headerTime,
    Duration bodyTime,
    Duration idleTime) {
  /** What holds where nothing is said. */
  public static final Limits USUAL =
      new Limits(
          8 << 20,
          32 << 20,
          16 << 10,
          256,
          1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));
}

package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where clients connect.
 *
 * @param address where
 * @param tls with what; empty for plain HTTP
 */
public record Listen(Address address, Optional<Tls> tls) {

  /**
   * Files in PEM.
   *
   * @param key the private key, not encrypted
   * @param certificate of the key, then those above it
   * @param clients authorities of which a client must have a certificate; empty to ask for none
   */
  public record Tls(Path key, Path certificate, Optional<Path> clients) {}
}

package dev.countersign.gateway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where clients connect.
 *
 * @param address where
 * @param grpcPort of the same address where gRPC is spoken; empty for nowhere
 * @param tls with what, on both ports; empty for plain HTTP
 */
public record Listen(Address address, Optional<Integer> grpcPort, Optional<Tls> tls) {

  /**
   * Files in PEM.
   *
   * @param key the private key, not encrypted
   * @param certificate of the key, then those above it
   * @param clients authorities of which a client must have a certificate; empty to ask for none
   */
  public record Tls(Path key, Path certificate, Optional<Path> clients) {}
}

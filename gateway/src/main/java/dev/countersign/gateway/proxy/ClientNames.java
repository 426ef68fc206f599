package dev.countersign.gateway.proxy;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names clients for the log: by the certificate; without one by a header, if the configuration says
 * so.
 *
 * @param header that names them, which is only as true as whoever sets it
 */
public record ClientNames(Optional<String> header) {
  private static final int MOST = 256;

  /**
   * The name of a client, if it has one.
   *
   * @param certificate that it showed, and those above it
   * @param headers what it sent under a name, or null
   */
  public Optional<String> of(
      Certificate @Nullable [] certificate, Function<String, @Nullable String> headers) {
    return subject(certificate)
        .or(() -> header.map(headers))
        .map(name -> name.substring(0, Math.min(MOST, name.length())));
  }

  private static Optional<String> subject(Certificate @Nullable [] chain) {
    return chain != null && chain.length > 0 && chain[0] instanceof X509Certificate leaf
        ? Optional.of(leaf.getSubjectX500Principal().getName())
        : Optional.empty();
  }
}

package dev.countersign.gateway.server;

import dev.countersign.gateway.proxy.ProxyHandler;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Names a client by its certificate; without one by a header, if the configuration says so. */
final class CertificateNames implements ProxyHandler.ClientNames {
  private static final int MOST = 256;

  private final Optional<String> header;

  CertificateNames(Optional<String> header) {
    this.header = header;
  }

  @Override
  public Optional<String> of(Request request) {
    return certificate(request)
        .or(() -> header.map(name -> request.getHeaders().get(name)))
        .map(name -> name.substring(0, Math.min(MOST, name.length())));
  }

  private static Optional<String> certificate(Request request) {
    if (!(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
            instanceof EndPoint.SslSessionData session)
        || session.peerCertificates() == null
        || session.peerCertificates().length == 0) {
      return Optional.empty();
    }
    X509Certificate leaf = session.peerCertificates()[0];
    return Optional.of(leaf.getSubjectX500Principal().getName());
  }
}

package dev.countersign.gateway.server;

import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.gateway.config.Address;
import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes servers for the two ports. HTTP/1.1 only, and as the standard says to the letter. */
final class Ports {
  private static final int THREADS = 16;
  private static final long DRAIN_MILLIS = 30_000;
  private static final int STOP_MILLIS = 500;
  private static final String PASSWORD = "not a secret: the store is never written";

  private Ports() {}

  /** The port for clients. */
  static Server clients(Listen listen, Limits limits, Handler handler) throws Unusable {
    ConnectionWatch watch = new ConnectionWatch(limits, handler);
    Server server = server(listen.address(), limits, listen.tls(), new GracefulHandler(watch));
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    for (var connector : server.getConnectors()) {
      ((ServerConnector) connector).addBean(watch, false);
    }
    server.setStopTimeout(DRAIN_MILLIS);
    return server;
  }

  /** The port for operators. */
  static Server admin(Address address, Limits limits, Handler handler) throws Unusable {
    return server(address, limits, Optional.empty(), new ConnectionWatch(limits, handler));
  }

  private static Server server(
      Address address, Limits limits, Optional<Listen.Tls> tls, Handler handler) throws Unusable {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("countersign-" + address.port());
    threads.setStopTimeout(STOP_MILLIS);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    HttpConnectionFactory http = new HttpConnectionFactory(http(limits));
    ServerConnector connector =
        tls.isPresent()
            ? new ServerConnector(
                server, 1, 1, new SslConnectionFactory(ssl(tls.get()), http.getProtocol()), http)
            : new ServerConnector(server, 1, 1, http);
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.idleTime().toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    server.setErrorHandler(new PlainErrors());
    return server;
  }

  private static HttpConfiguration http(Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(limits.headers());
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.UNAMBIGUOUS);
    // An unread body is not worth reading: the connection ends with the answer.
    http.setMaxUnconsumedRequestContentReads(1);
    http.addCustomizer(new SecureRequestCustomizer(false));
    return http;
  }

  private static SslContextFactory.Server ssl(Listen.Tls files) throws Unusable {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStore(keys(files));
    ssl.setKeyStorePassword(PASSWORD);
    ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    ssl.setSniRequired(false);
    if (files.clients().isPresent()) {
      ssl.setTrustStore(authorities(files.clients().get()));
      ssl.setNeedClientAuth(true);
    }
    return ssl;
  }

  private static KeyStore keys(Listen.Tls files) throws Unusable {
    try {
      PrivateKey key = PrivateKeys.read(files.key(), () -> new char[0]);
      List<X509Certificate> chain = Certificates.read(files.certificate());
      KeyStore store = empty();
      store.setKeyEntry("key", key, PASSWORD.toCharArray(), chain.toArray(new X509Certificate[0]));
      return store;
    } catch (UnusableKey | UnusableCertificate wrong) {
      throw new Unusable("The key or certificate of listen.tls: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Unusable("The key or certificate of listen.tls cannot be read.");
    } catch (GeneralSecurityException wrong) {
      throw new Unusable("The key and the certificate of listen.tls do not belong together.");
    }
  }

  private static KeyStore authorities(Path file) throws Unusable {
    try {
      KeyStore store = empty();
      int number = 0;
      for (X509Certificate certificate : Certificates.read(file)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      return store;
    } catch (IOException | UnusableCertificate | GeneralSecurityException wrong) {
      throw new Unusable(file + " holds no certificates of authorities that can be read.");
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}

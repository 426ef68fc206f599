package dev.countersign.gateway.server;

import dev.countersign.gateway.config.Address;
import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.Unusable;
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
    ssl.setKeyStore(TlsFiles.keys(files));
    ssl.setKeyStorePassword(TlsFiles.PASSWORD);
    ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    ssl.setSniRequired(false);
    if (files.clients().isPresent()) {
      ssl.setTrustStore(TlsFiles.authorities(files.clients().get()));
      ssl.setNeedClientAuth(true);
    }
    return ssl;
  }
}

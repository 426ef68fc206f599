package dev.countersign.runner.sink.network;

import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A server of syslog: over UDP one message a datagram (RFC 5426), over TCP and TLS each message
 * behind its length (RFC 6587 section 3.4.1, RFC 5425). Syslog acknowledges nothing: what was sent
 * before a connection broke may be lost, and over UDP anything may.
 */
public final class SyslogServer implements Carrier {
  /** How a server is reached. */
  public enum Transport {
    UDP,
    TCP,
    TLS
  }

  private static final int PATIENCE = 10_000;

  private final Transport transport;
  private final String host;
  private final int port;
  private final Function<Alert, String> message;
  private Optional<Socket> connection = Optional.empty();

  /**
   * Connects with the first alert.
   *
   * @param message as it is sent, without its frame
   */
  public SyslogServer(Transport transport, String host, int port, Function<Alert, String> message) {
    this.transport = transport;
    this.host = host;
    this.port = port;
    this.message = message;
  }

  @Override
  public String target() {
    return host + ":" + port;
  }

  @Override
  public void send(Alert alert) throws IOException, Undeliverable {
    byte[] bytes = message.apply(alert).getBytes(StandardCharsets.UTF_8);
    if (transport == Transport.UDP) {
      datagram(bytes);
    } else {
      stream(bytes);
    }
  }

  private void datagram(byte[] bytes) throws IOException, Undeliverable {
    InetSocketAddress address = address();
    try (DatagramSocket socket = new DatagramSocket()) {
      if (bytes.length > socket.getSendBufferSize() || bytes.length > 65_507) {
        throw new Undeliverable("it is longer than a datagram. Take tcp:// or tls://");
      }
      socket.send(new DatagramPacket(bytes, bytes.length, address));
    }
  }

  private void stream(byte[] bytes) throws IOException {
    try {
      Socket socket = connection.isPresent() ? connection.get() : connect();
      byte[] length = (bytes.length + " ").getBytes(StandardCharsets.US_ASCII);
      byte[] frame = new byte[length.length + bytes.length];
      System.arraycopy(length, 0, frame, 0, length.length);
      System.arraycopy(bytes, 0, frame, length.length, bytes.length);
      socket.getOutputStream().write(frame);
    } catch (IOException broken) {
      close();
      throw broken;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    connection = Optional.of(socket);
    socket.connect(address(), PATIENCE);
    socket.setKeepAlive(true);
    if (transport == Transport.TLS) {
      SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
      SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
      connection = Optional.of(secured);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // Else any certificate would do.
      secured.setSSLParameters(parameters);
      secured.setSoTimeout(PATIENCE);
      secured.startHandshake();
    }
    return connection.get();
  }

  private InetSocketAddress address() throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("there is no host " + host);
    }
    return address;
  }

  @Override
  public void close() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (IOException gone) {
      // It is closed either way.
    }
    connection = Optional.empty();
  }
}

package dev.countersign.runner.sink.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.sink.network.SyslogServer.Transport;
import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SyslogServerTest {
  private static final Alert ALERT = Alerts.extraction("83eeb38e");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void overTcpEachMessageStandsBehindItsLength() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, HERE);
        SyslogServer syslog = syslog(Transport.TCP, server.getLocalPort())) {
      syslog.send(ALERT);
      syslog.send(ALERT);

      try (Socket connection = server.accept()) {
        connection.setSoTimeout(10_000);
        byte[] expected = "8 <82>1 ä8 <82>1 ä".getBytes(StandardCharsets.UTF_8);
        assertThat(connection.getInputStream().readNBytes(expected.length)).isEqualTo(expected);
      }
    }
  }

  @Test
  void overUdpEachMessageIsADatagram() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, HERE);
        SyslogServer syslog = syslog(Transport.UDP, server.getLocalPort())) {
      server.setSoTimeout(10_000);
      syslog.send(ALERT);

      DatagramPacket packet = new DatagramPacket(new byte[100], 100);
      server.receive(packet);
      assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
          .isEqualTo("<82>1 ä");
    }
  }

  @Test
  void whatNoDatagramHoldsIsToldAtOnce() {
    SyslogServer syslog =
        new SyslogServer(Transport.UDP, "127.0.0.1", 9, alert -> "x".repeat(70_000));

    assertThatThrownBy(() -> syslog.send(ALERT))
        .isInstanceOf(Undeliverable.class)
        .hasMessageContaining("longer than a datagram");
  }

  @Test
  void aServerThatIsGoneIsTriedAgainLater() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, HERE)) {
      port = closed.getLocalPort();
    }
    try (SyslogServer syslog = syslog(Transport.TCP, port)) {
      assertThatThrownBy(() -> syslog.send(ALERT)).isInstanceOf(IOException.class);
      try (ServerSocket server = new ServerSocket(port, 1, HERE)) {
        syslog.send(ALERT);
        assertThat(server.accept().getInputStream().read()).isEqualTo('8');
      }
    }
  }

  private static SyslogServer syslog(Transport transport, int port) {
    return new SyslogServer(transport, "127.0.0.1", port, alert -> "<82>1 ä");
  }
}

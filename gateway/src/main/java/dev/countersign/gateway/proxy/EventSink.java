package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.LogConfig.Content;
import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.wire.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Where events go: to the client, or held until it is known whether they may. */
final class EventSink {
  private final OutputStream out;
  private final int most;
  private final List<byte[]> held = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private boolean holding;
  private long heldBytes;
  private long length;

  EventSink(OutputStream out, int most) {
    this.out = out;
    this.most = most;
  }

  /** From here on nothing goes out. */
  void hold() {
    holding = true;
  }

  /** What was held goes out. */
  void release() throws IOException {
    holding = false;
    for (byte[] bytes : held) {
      send(bytes);
    }
    held.clear();
    heldBytes = 0;
  }

  /**
   * Sends an event, or holds it.
   *
   * @throws Refused if too much is held
   */
  void put(Event event) throws IOException, Refused {
    byte[] bytes = event.bytes();
    if (!holding) {
      send(bytes);
      return;
    }
    heldBytes += bytes.length;
    if (heldBytes > most) {
      throw new Refused(Refusal.UNREADABLE);
    }
    held.add(bytes);
  }

  /** Sends an event, whatever is held. */
  void write(Event event) throws IOException {
    send(event.bytes());
  }

  private void send(byte[] bytes) throws IOException {
    length += bytes.length;
    if (said.size() < Payload.MOST) {
      said.write(bytes, 0, Math.min(bytes.length, Payload.MOST - said.size()));
    }
    out.write(bytes);
    out.flush();
  }

  /** What went out, for the log; of a long stream the hash is that of its beginning. */
  Payload payload(Content content) {
    return new Payload(Payload.of(said.toByteArray(), content).kept(), length, false);
  }
}

package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Event;
import dev.countersign.gateway.wire.EventReader;
import dev.countersign.gateway.wire.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Messages of a server that come as events. */
final class ServerEvents implements AutoCloseable {
  private static final Duration LEAST_WAIT = Duration.ofMillis(100);
  private static final Duration MOST_WAIT = Duration.ofSeconds(10);

  private final InputStream in;
  private final EventReader reader;

  /**
   * From a stream.
   *
   * @param most bytes of one message
   */
  ServerEvents(InputStream in, int most) {
    this.in = in;
    this.reader = new EventReader(in, most);
  }

  /**
   * The next message; empty where the stream ends or breaks.
   *
   * @throws UpstreamFailed if what comes is no message, or too large
   */
  Optional<ObjectNode> next() throws UpstreamFailed {
    try {
      Optional<Event> event = reader.next();
      // An event without data only says from where a stream can be taken up again.
      while (event.isPresent() && event.get().data().isBlank()) {
        event = reader.next();
      }
      if (event.isEmpty()) {
        return Optional.empty();
      }
      Optional<ObjectNode> message = Messages.read(event.get().data().getBytes(UTF_8));
      if (message.isEmpty()) {
        throw HttpServer.unreadable();
      }
      return message;
    } catch (IOException broken) {
      return Optional.empty();
    } catch (Malformed tooLarge) {
      throw HttpServer.unreadable();
    }
  }

  /** Where it can be taken up again: the last id, or what was known before. */
  String at(String before) {
    return reader.lastId().isEmpty() ? before : reader.lastId();
  }

  /** Waits as long as the server asks for, within reason, before the stream is taken up again. */
  void await() throws InterruptedException {
    Duration wait = reader.retry();
    Duration least = wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
    Thread.sleep(least.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : least);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException gone) {
      // It was to end anyway.
    }
  }
}

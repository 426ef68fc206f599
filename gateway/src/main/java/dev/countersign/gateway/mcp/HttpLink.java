package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.UpstreamClient;
import dev.countersign.gateway.upstream.UpstreamClient.Question;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Event;
import dev.countersign.gateway.wire.EventReader;
import dev.countersign.gateway.wire.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of tools over Streamable HTTP (MCP 2025-11-25, basic/transports). The session with the
 * server has an id of its own, which the client never sees. A stream that the server breaks off
 * before the response is taken up again where the server gave it an id.
 */
final class HttpLink implements Link {
  private static final Pattern SESSION = Pattern.compile("[!-~]{1,512}");
  private static final int MOST_RESUMES = 20;
  private static final Duration LEAST_WAIT = Duration.ofMillis(100);
  private static final Duration MOST_WAIT = Duration.ofSeconds(10);
  private static final int MOST_ENDINGS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final UpstreamClient client;
  private final Target target;
  private volatile String session = "";
  private volatile String version = "";
  private volatile boolean over;
  private volatile Optional<Thread> listener = Optional.empty();
  private volatile Optional<Thread> ending = Optional.empty();

  HttpLink(UpstreamClient client, Target target) {
    this.client = client;
    this.target = target;
  }

  /**
   * Where it goes.
   *
   * @param uri of the server
   * @param authorization what it is shown
   * @param clients whether that is the client's own
   * @param timeout to the first byte of an answer, and between two parts of it
   * @param idle how long a stream may stay without a byte on which the server speaks by itself
   * @param most bytes of one message
   */
  record Target(
      URI uri,
      Authorization authorization,
      boolean clients,
      Duration timeout,
      Duration idle,
      int most) {}

  /** What the server is shown, read anew for each request so that it can change. */
  @FunctionalInterface
  interface Authorization {
    /** The value of the header, if there is one. */
    Optional<String> value() throws UpstreamFailed;
  }

  @Override
  public ObjectNode ask(ObjectNode request, Sink others)
      throws UpstreamFailed, InterruptedException {
    Answer answer = post(request);
    if (session.isEmpty()) {
      session = session(answer);
    }
    return switch (answer.body()) {
      case Answer.Body.Whole(byte[] bytes) -> whole(request, answer, bytes);
      case Answer.Body.Events(InputStream stream) -> events(request, stream, others);
    };
  }

  private static String session(Answer answer) throws UpstreamFailed {
    String given = answer.header("mcp-session-id");
    if (!given.isEmpty() && !SESSION.matcher(given).matches()) {
      throw unreadable();
    }
    return given;
  }

  @Override
  public void tell(ObjectNode message) throws UpstreamFailed, InterruptedException {
    Answer answer = post(message);
    if (answer.body() instanceof Answer.Body.Events(InputStream stream)) {
      close(stream);
    }
    requireSuccess(answer);
  }

  private Answer post(ObjectNode message) throws UpstreamFailed, InterruptedException {
    byte[] body = message.toString().getBytes(UTF_8);
    List<Map.Entry<String, String>> headers = headers("application/json, text/event-stream");
    headers.add(Map.entry("content-type", "application/json"));
    return send("POST", headers, body, target.timeout());
  }

  private Answer send(
      String method, List<Map.Entry<String, String>> headers, byte[] body, Duration timeout)
      throws UpstreamFailed, InterruptedException {
    Answer answer =
        client.ask(new Question(method, target.uri(), headers, body, timeout, target.most()));
    if (answer.status() == 404 && !session.isEmpty()) {
      over = true;
    }
    return answer;
  }

  private List<Map.Entry<String, String>> headers(String accept) throws UpstreamFailed {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    headers.add(Map.entry("accept", accept));
    headers.add(Map.entry("accept-encoding", "identity"));
    if (!session.isEmpty()) {
      headers.add(Map.entry("mcp-session-id", session));
    }
    if (!version.isEmpty()) {
      headers.add(Map.entry("mcp-protocol-version", version));
    }
    target.authorization().value().ifPresent(one -> headers.add(Map.entry("authorization", one)));
    return headers;
  }

  private ObjectNode whole(ObjectNode request, Answer answer, byte[] bytes) throws UpstreamFailed {
    requireSuccess(answer);
    ObjectNode message = message(bytes);
    if (!isResponse(message, request)) {
      throw unreadable();
    }
    return message;
  }

  private void requireSuccess(Answer answer) throws UpstreamFailed {
    if (over) {
      throw new UpstreamFailed(404, "session-over", "The server of tools has ended the session.");
    }
    if (answer.status() == 401 || answer.status() == 403) {
      throw new UpstreamFailed(
          target.clients() ? answer.status() : 502,
          "upstream-unauthorized",
          "The server of tools wants another authorization.");
    }
    if (!answer.isSuccess()) {
      throw new UpstreamFailed(
          502, "upstream-error", "The server of tools answered " + answer.status() + ".");
    }
  }

  private ObjectNode events(ObjectNode request, InputStream first, Sink others)
      throws UpstreamFailed, InterruptedException {
    InputStream stream = first;
    String at = "";
    for (int resumes = 0; resumes < MOST_RESUMES; resumes++) {
      EventReader reader = new EventReader(stream, target.most());
      Optional<ObjectNode> response = response(request, reader, others);
      close(stream);
      if (response.isPresent()) {
        return response.get();
      }
      at = reader.lastId().isEmpty() ? at : reader.lastId();
      if (at.isEmpty()) {
        break;
      }
      stream = resumed(at, reader.retry());
    }
    throw new UpstreamFailed(502, "upstream-failed", "The server of tools broke off.");
  }

  /** Reads until the response; empty if the stream ends before it. */
  private Optional<ObjectNode> response(ObjectNode request, EventReader reader, Sink others)
      throws UpstreamFailed {
    for (Optional<ObjectNode> next = next(reader); next.isPresent(); next = next(reader)) {
      ObjectNode message = next.get();
      if (isResponse(message, request)) {
        return next;
      }
      if (message.has("method")) {
        others.accept(message);
      }
    }
    return Optional.empty();
  }

  private static Optional<ObjectNode> next(EventReader reader) throws UpstreamFailed {
    try {
      Optional<Event> event = reader.next();
      // An event without data only says from where a stream can be taken up again.
      while (event.isPresent() && event.get().data().isBlank()) {
        event = reader.next();
      }
      return event.isPresent()
          ? Optional.of(message(event.get().data().getBytes(UTF_8)))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    } catch (Malformed tooLarge) {
      throw unreadable();
    }
  }

  private InputStream resumed(String at, Duration wait)
      throws UpstreamFailed, InterruptedException {
    Duration least = wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
    Thread.sleep(least.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : least);
    List<Map.Entry<String, String>> headers = headers("text/event-stream");
    headers.add(Map.entry("last-event-id", at));
    Answer answer = send("GET", headers, new byte[0], target.timeout());
    if (answer.body() instanceof Answer.Body.Events(InputStream stream)) {
      return stream;
    }
    throw new UpstreamFailed(502, "upstream-failed", "The server of tools broke off.");
  }

  @Override
  public synchronized void listen(Sink others) {
    if (listener.filter(Thread::isAlive).isEmpty()) {
      listener = Optional.of(Thread.ofVirtual().name("mcp-listen").start(() -> listening(others)));
    }
  }

  /** Until the server says that it offers no such stream, or that the session is over. */
  private void listening(Sink others) {
    String at = "";
    Duration wait = Duration.ofSeconds(1);
    int endings = 0;
    while (!over && endings < MOST_ENDINGS) {
      try {
        List<Map.Entry<String, String>> headers = headers("text/event-stream");
        if (!at.isEmpty()) {
          headers.add(Map.entry("last-event-id", at));
        }
        Answer answer = send("GET", headers, new byte[0], target.idle());
        if (!(answer.body() instanceof Answer.Body.Events(InputStream stream))) {
          return;
        }
        EventReader reader = new EventReader(stream, target.most());
        boolean any = false;
        for (Optional<ObjectNode> next = next(reader); next.isPresent(); next = next(reader)) {
          any = true;
          if (next.get().has("method")) {
            others.accept(next.get());
          }
        }
        close(stream);
        at = reader.lastId().isEmpty() ? at : reader.lastId();
        endings = any ? 0 : endings + 1;
        wait = reader.retry();
      } catch (UpstreamFailed failed) {
        endings++;
      } catch (InterruptedException stopped) {
        return;
      }
      if (!slept(wait)) {
        return;
      }
    }
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private static boolean isResponse(ObjectNode message, ObjectNode request) {
    return !message.has("method") && JsonRpc.id(message).equals(JsonRpc.id(request));
  }

  private static ObjectNode message(byte[] bytes) throws UpstreamFailed {
    return Messages.read(bytes).orElseThrow(HttpLink::unreadable);
  }

  private static UpstreamFailed unreadable() {
    return new UpstreamFailed(
        502, "answer-unreadable", "What the server of tools said is no message of MCP.");
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException gone) {
      // It was to end anyway.
    }
  }

  @Override
  public void agreed(String agreed) {
    version = agreed;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    boolean tell = !over && !session.isEmpty();
    over = true;
    listener.ifPresent(Thread::interrupt);
    if (tell) {
      ending = Optional.of(Thread.ofVirtual().name("mcp-end").start(this::end));
    }
  }

  @Override
  public void join() throws InterruptedException {
    if (ending.isPresent()) {
      ending.get().join(PATIENCE);
    }
  }

  private void end() {
    try {
      send("DELETE", headers("application/json"), new byte[0], MOST_WAIT);
    } catch (UpstreamFailed gone) {
      // A server that is gone has no session either.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.UpstreamClient;
import dev.countersign.gateway.upstream.UpstreamClient.Question;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The requests of HTTP of one session with a server of tools, and their headers. */
final class HttpServer {
  private static final Pattern SESSION = Pattern.compile("[!-~]{1,512}");
  private static final byte[] NOTHING = {};

  private final UpstreamClient client;
  private final Target target;
  private volatile String session = "";
  private volatile String version = "";
  private volatile boolean over;

  HttpServer(UpstreamClient client, Target target) {
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

  int most() {
    return target.most();
  }

  Duration idle() {
    return target.idle();
  }

  Duration timeout() {
    return target.timeout();
  }

  void agreed(String agreed) {
    version = agreed;
  }

  /** Whether the server has ended the session, or was told that it is ended. */
  boolean isOver() {
    return over;
  }

  /** Says that it is ended; whether there is a session that the server has to be told of. */
  boolean end() {
    boolean open = !over && !session.isEmpty();
    over = true;
    return open;
  }

  /** Posts a message. The first answer says which session it is, if the server has sessions. */
  Answer post(ObjectNode message) throws UpstreamFailed, InterruptedException {
    List<Map.Entry<String, String>> headers = headers("application/json, text/event-stream");
    headers.add(Map.entry("content-type", "application/json"));
    Answer answer = send("POST", headers, message.toString().getBytes(UTF_8), target.timeout());
    String given = answer.header("mcp-session-id");
    if (session.isEmpty() && !given.isEmpty()) {
      if (!SESSION.matcher(given).matches()) {
        throw unreadable();
      }
      session = given;
    }
    return answer;
  }

  /**
   * Asks for a stream.
   *
   * @param from the id of the event after which it goes on; empty for a new one
   */
  Answer stream(String from, Duration timeout) throws UpstreamFailed, InterruptedException {
    List<Map.Entry<String, String>> headers = headers("text/event-stream");
    if (!from.isEmpty()) {
      headers.add(Map.entry("last-event-id", from));
    }
    return send("GET", headers, NOTHING, timeout);
  }

  /** Tells the server that the session is ended. */
  void delete(Duration timeout) throws UpstreamFailed, InterruptedException {
    send("DELETE", headers("application/json"), NOTHING, timeout);
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

  /** What an answer that is none means for the client. */
  void requireSuccess(Answer answer) throws UpstreamFailed {
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

  static UpstreamFailed unreadable() {
    return new UpstreamFailed(
        502, "answer-unreadable", "What the server of tools said is no message of MCP.");
  }
}

package dev.countersign.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.gateway.log.Payload;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to one request over HTTP: JSON where nothing comes before the response, events
 * otherwise. A stream lives by a comment now and then.
 */
final class Reply {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);
  private static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

  private final Flow flow;
  private final Duration silence;
  private @Nullable OutputStream stream;
  private boolean gone;

  Reply(Flow flow) {
    this.flow = flow;
    Duration third = flow.shared.limits().idleTime().dividedBy(3);
    this.silence = third.compareTo(LONGEST_SILENCE) < 0 ? third : LONGEST_SILENCE;
  }

  /** What is done for a request. */
  @FunctionalInterface
  interface Work {
    /**
     * The response.
     *
     * @param out takes what the client is told before it
     */
    ObjectNode answer(ObjectNode request, Outbox out) throws UpstreamFailed, InterruptedException;
  }

  /** Nothing but a status. */
  static void empty(Flow flow, int status) {
    flow.exchange.status = status;
    flow.client.whole(status, List.of(Map.entry("x-request-id", flow.exchange.id)), new byte[0]);
  }

  /** The answer to a revision that is not spoken here, as clients of the newest one read it. */
  static void unsupported(Flow flow, ObjectNode request, String version) {
    ObjectNode body =
        JsonRpc.error(request, JsonRpc.UNSUPPORTED_VERSION, "Unsupported protocol version");
    ObjectNode data = JsonRpc.object(body, "error").putObject("data").put("requested", version);
    Handshake.VERSIONS.reversed().forEach(data.putArray("supported")::add);
    flow.exchange.status = 400;
    flow.exchange.outcome = "refused";
    flow.client.whole(
        400,
        List.of(
            Map.entry("content-type", "application/json"),
            Map.entry("x-request-id", flow.exchange.id)),
        body.toString().getBytes(UTF_8));
  }

  /** A whole response, and the id of the session where one begins. */
  void whole(ObjectNode response, String session) {
    byte[] body = response.toString().getBytes(UTF_8);
    flow.exchange.status = 200;
    flow.exchange.output = Optional.of(Payload.of(body, flow.shared.log().content()));
    List<Map.Entry<String, String>> headers = new ArrayList<>(headers("application/json"));
    if (!session.isEmpty()) {
      headers.add(Map.entry("mcp-session-id", session));
    }
    flow.client.whole(200, headers, body);
  }

  private List<Map.Entry<String, String>> headers(String type) {
    return List.of(
        Map.entry("content-type", type),
        Map.entry("cache-control", "no-store"),
        Map.entry("x-accel-buffering", "no"),
        Map.entry("x-request-id", flow.exchange.id));
  }

  /** Does the work on a thread of its own, and writes what comes of it on this one. */
  void answer(ObjectNode request, Work work)
      throws UpstreamFailed, InterruptedException, IOException {
    Outbox out = new Outbox();
    FutureTask<ObjectNode> task = new FutureTask<>(() -> work.answer(request, out));
    Thread.ofVirtual()
        .name("mcp-request")
        .start(() -> {
          try {
            task.run();
          } finally {
            out.end();
          }
        });
    while (!out.isOver()) {
      relay(out);
    }
    finish(response(request, task));
  }

  private void relay(Outbox out) throws InterruptedException {
    Optional<ObjectNode> next = out.next(silence);
    if (next.isPresent()) {
      write(new Event("message", next.get().toString()).bytes());
    } else if (!out.isOver()) {
      write(COMMENT);
    }
  }

  /** A client that is gone does not stop the work: a call that was made was made. */
  private void write(byte[] bytes) {
    if (gone) {
      return;
    }
    try {
      OutputStream to = stream;
      if (to == null) {
        flow.exchange.status = 200;
        to = flow.client.parts(200, headers("text/event-stream"));
        stream = to;
      }
      to.write(bytes);
      to.flush();
    } catch (IOException broken) {
      gone = true;
    }
  }

  private ObjectNode response(ObjectNode request, FutureTask<ObjectNode> task)
      throws UpstreamFailed, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      flow.exchange.outcome = "failed";
      if (!(failed.getCause() instanceof UpstreamFailed why)) {
        return JsonRpc.error(request, JsonRpc.FAILED, "The gateway failed.");
      }
      // What says that the session or the authorization is to be renewed is said by the status.
      if (stream == null && why.status() / 100 == 4) {
        throw why;
      }
      return JsonRpc.error(request, JsonRpc.FAILED, String.valueOf(why.getMessage()));
    }
  }

  private void finish(ObjectNode response) throws IOException {
    if (stream == null) {
      whole(response, "");
      return;
    }
    byte[] body = response.toString().getBytes(UTF_8);
    flow.exchange.output = Optional.of(Payload.of(body, flow.shared.log().content()));
    write(new Event("message", response.toString()).bytes());
    end();
  }

  /** Writes what a stream holds until it ends. */
  void stream(Outbox out) throws IOException {
    try {
      write(COMMENT);
      while (!out.isOver() && !gone) {
        relay(out);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  private void end() throws IOException {
    OutputStream from = stream;
    if (gone || from == null) {
      throw new IOException("the client is gone");
    }
    flow.client.end(from);
  }
}

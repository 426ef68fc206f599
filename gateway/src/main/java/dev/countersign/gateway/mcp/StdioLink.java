package dev.countersign.gateway.mcp;

import dev.countersign.gateway.mcp.JsonRpc.Kind;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Malformed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/** A server of tools that is a process of the gateway's own. */
final class StdioLink implements Link {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerProcess process;
  private final Duration timeout;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private volatile Optional<Sink> listener = Optional.empty();
  private volatile Optional<Thread> ending = Optional.empty();
  private volatile boolean over;

  private record Waiting(ObjectNode request, Sink others, CompletableFuture<ObjectNode> response) {
    boolean isAbout(ObjectNode message) {
      String token = message.path("params").path("progressToken").toString();
      return !token.isEmpty()
          && token.equals(request.path("params").path("_meta").path("progressToken").toString());
    }
  }

  StdioLink(ServerProcess process, Duration timeout) {
    this.process = process;
    this.timeout = timeout;
  }

  /** Begins; before it nothing is read. */
  StdioLink start() {
    process.run(this::take, this::ended);
    return this;
  }

  @Override
  public ObjectNode ask(ObjectNode request, Sink others)
      throws UpstreamFailed, InterruptedException {
    String id = JsonRpc.id(request);
    Waiting one = new Waiting(request, others, new CompletableFuture<>());
    waiting.put(id, one);
    try {
      tell(request);
      return one.response().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new UpstreamFailed(504, "upstream-timeout", "The tool did not answer in time.");
    } catch (ExecutionException ended) {
      throw gone();
    } finally {
      waiting.remove(id);
    }
  }

  @Override
  public void tell(ObjectNode message) throws UpstreamFailed {
    if (over || !process.send(message)) {
      throw gone();
    }
  }

  private static UpstreamFailed gone() {
    return new UpstreamFailed(
        502, "upstream-failed", "The server of tools has ended, or takes nothing.");
  }

  private void take(ObjectNode message) {
    if (kind(message) == Kind.RESPONSE) {
      Waiting asked = waiting.get(JsonRpc.id(message));
      if (asked != null) {
        asked.response().complete(message);
      }
      return;
    }
    sink(message).ifPresent(sink -> sink.accept(message));
  }

  private static Kind kind(ObjectNode message) {
    try {
      return JsonRpc.kind(message);
    } catch (Malformed wrong) {
      throw new IllegalStateException("it was read already", wrong);
    }
  }

  /** Progress goes where it belongs; what belongs nowhere goes where anybody listens. */
  private Optional<Sink> sink(ObjectNode message) {
    Optional<Sink> about =
        waiting.values().stream()
            .filter(one -> one.isAbout(message))
            .findAny()
            .map(Waiting::others);
    return about
        .or(() -> listener)
        .or(() -> waiting.values().stream().findAny().map(Waiting::others));
  }

  private void ended() {
    over = true;
    process.report();
    Exception gone = new IllegalStateException("the process has ended");
    waiting.values().forEach(one -> one.response().completeExceptionally(gone));
  }

  @Override
  public void listen(Sink others) {
    listener = Optional.of(others);
  }

  @Override
  public void agreed(String version) {
    // Over standard streams no message says it again.
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    over = true;
    ending = Optional.of(process.stop());
  }

  @Override
  public void join() throws InterruptedException {
    if (ending.isPresent()) {
      ending.get().join(PATIENCE);
    }
  }
}

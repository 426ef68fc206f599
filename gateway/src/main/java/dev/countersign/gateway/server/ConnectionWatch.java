package dev.countersign.gateway.server;

import dev.countersign.gateway.config.Limits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which a request takes too long to arrive. An idle timeout is no help
 * against a client that sends a byte now and then (slow loris): each byte would begin it anew.
 */
final class ConnectionWatch extends Handler.Wrapper implements Connection.Listener {
  private final Map<Connection, Watched> connections = new ConcurrentHashMap<>();
  private final long headerNanos;
  private final long bodyNanos;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("countersign-connection-watch").factory());

  ConnectionWatch(Limits limits, Handler next) {
    super(next);
    headerNanos = limits.headerTime().toNanos();
    bodyNanos = limits.bodyTime().toNanos();
    long every = Math.clamp(Math.min(headerNanos, bodyNanos) / 4, 20_000_000L, 1_000_000_000L);
    var _ = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
  }

  private enum Phase {
    OPENED,
    BETWEEN,
    HEADERS,
    BODY,
    ANSWERING
  }

  private static final class Watched {
    private volatile Phase phase = Phase.OPENED;
    private volatile long since = System.nanoTime();
    private volatile long bytes;

    void enter(Phase next) {
      since = System.nanoTime();
      phase = next;
    }
  }

  @Override
  public void onOpened(Connection connection) {
    // Of the layers of a connection only the one that reads requests counts messages.
    if (connection.getMessagesIn() >= 0) {
      connections.put(connection, new Watched());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Watched watched = connections.get(connection);
    if (watched == null) {
      return super.handle(request, response, callback);
    }
    watched.enter(Phase.BODY);
    request.addHttpStreamWrapper(stream -> new Ending(stream, connection, watched));
    return super.handle(new Reading(request, watched), response, callback);
  }

  /** Notices the end of the body. */
  private static final class Reading extends Request.Wrapper {
    private final Watched watched;

    Reading(Request wrapped, Watched watched) {
      super(wrapped);
      this.watched = watched;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.@Nullable Chunk chunk = super.read();
      if (chunk != null && chunk.isLast() && watched.phase == Phase.BODY) {
        watched.enter(Phase.ANSWERING);
      }
      return chunk;
    }
  }

  /** Notices the end of the answer. */
  private static final class Ending extends HttpStream.Wrapper {
    private final Connection connection;
    private final Watched watched;

    Ending(HttpStream wrapped, Connection connection, Watched watched) {
      super(wrapped);
      this.connection = connection;
      this.watched = watched;
    }

    @Override
    public void succeeded() {
      watched.bytes = connection.getBytesIn();
      watched.enter(Phase.BETWEEN);
      super.succeeded();
    }
  }

  private void look() {
    long now = System.nanoTime();
    connections.forEach((connection, watched) -> look(connection, watched, now));
  }

  private void look(Connection connection, Watched watched, long now) {
    if (watched.phase == Phase.BETWEEN && connection.getBytesIn() > watched.bytes) {
      watched.enter(Phase.HEADERS);
    }
    long most =
        switch (watched.phase) {
          case OPENED, HEADERS -> headerNanos;
          case BODY -> bodyNanos;
          case BETWEEN, ANSWERING -> Long.MAX_VALUE;
        };
    if (now - watched.since > most) {
      connection.getEndPoint().close();
    }
  }

  /** How many connections are open. */
  int count() {
    return connections.size();
  }

  @Override
  protected void doStop() throws Exception {
    timer.shutdownNow();
    super.doStop();
  }
}

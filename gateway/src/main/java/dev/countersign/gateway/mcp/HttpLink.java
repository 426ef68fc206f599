package dev.countersign.gateway.mcp;

import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of tools over Streamable HTTP (MCP 2025-11-25, basic/transports). The session with the
 * server has an id of its own, which the client never sees. A stream that the server breaks off
 * before the response is taken up again where the server gave it an id.
 */
final class HttpLink implements Link {
  private static final int MOST_RESUMES = 20;
  private static final int MOST_ENDINGS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HttpServer server;
  private Optional<Thread> listener = Optional.empty();
  private volatile Optional<Thread> ending = Optional.empty();

  HttpLink(HttpServer server) {
    this.server = server;
  }

  @Override
  public ObjectNode ask(ObjectNode request, Sink others)
      throws UpstreamFailed, InterruptedException {
    Answer answer = server.post(request);
    return switch (answer.body()) {
      case Answer.Body.Whole(byte[] bytes) -> whole(request, answer, bytes);
      case Answer.Body.Events(InputStream in) -> events(request, in, others);
    };
  }

  @Override
  public void tell(ObjectNode message) throws UpstreamFailed, InterruptedException {
    Answer answer = server.post(message);
    if (answer.body() instanceof Answer.Body.Events(InputStream in)) {
      new ServerEvents(in, server.most()).close();
    }
    server.requireSuccess(answer);
  }

  private ObjectNode whole(ObjectNode request, Answer answer, byte[] bytes) throws UpstreamFailed {
    server.requireSuccess(answer);
    return Messages.read(bytes)
        .filter(message -> isResponse(message, request))
        .orElseThrow(HttpServer::unreadable);
  }

  private ObjectNode events(ObjectNode request, InputStream first, Sink others)
      throws UpstreamFailed, InterruptedException {
    InputStream in = first;
    String at = "";
    for (int resumes = 0; resumes < MOST_RESUMES; resumes++) {
      try (ServerEvents stream = new ServerEvents(in, server.most())) {
        Optional<ObjectNode> response = response(request, stream, others);
        if (response.isPresent()) {
          return response.get();
        }
        at = stream.at(at);
        if (at.isEmpty()) {
          break;
        }
        stream.await();
      }
      in = resumed(at);
    }
    throw brokeOff();
  }

  /** Reads until the response; empty if the stream ends before it. */
  private static Optional<ObjectNode> response(ObjectNode request, ServerEvents stream, Sink others)
      throws UpstreamFailed {
    for (var next = stream.next(); next.isPresent(); next = stream.next()) {
      if (isResponse(next.get(), request)) {
        return next;
      }
      if (next.get().has("method")) {
        others.accept(next.get());
      }
    }
    return Optional.empty();
  }

  private static boolean isResponse(ObjectNode message, ObjectNode request) {
    return !message.has("method") && JsonRpc.id(message).equals(JsonRpc.id(request));
  }

  private InputStream resumed(String at) throws UpstreamFailed, InterruptedException {
    if (server.stream(at, server.timeout()).body() instanceof Answer.Body.Events(InputStream in)) {
      return in;
    }
    throw brokeOff();
  }

  private static UpstreamFailed brokeOff() {
    return new UpstreamFailed(502, "upstream-failed", "The server of tools broke off.");
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
    int endings = 0;
    try {
      while (!server.isOver() && endings < MOST_ENDINGS) {
        Optional<InputStream> in = opened(at);
        if (in.isEmpty()) {
          return;
        }
        try (ServerEvents stream = new ServerEvents(in.get(), server.most())) {
          endings = heard(stream, others) ? 0 : endings + 1;
          at = stream.at(at);
          stream.await();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A stream on which the server speaks by itself; empty where it offers none. */
  private Optional<InputStream> opened(String at) throws InterruptedException {
    for (int tries = 0; tries < MOST_ENDINGS && !server.isOver(); tries++) {
      try {
        return server.stream(at, server.idle()).body() instanceof Answer.Body.Events(InputStream in)
            ? Optional.of(in)
            : Optional.empty();
      } catch (UpstreamFailed failed) {
        Thread.sleep(PAUSE);
      }
    }
    return Optional.empty();
  }

  /** Whether anything came before it ended. */
  private static boolean heard(ServerEvents stream, Sink others) {
    boolean any = false;
    try {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        any = true;
        if (next.get().has("method")) {
          others.accept(next.get());
        }
      }
    } catch (UpstreamFailed unreadable) {
      return false;
    }
    return any;
  }

  @Override
  public void agreed(String version) {
    server.agreed(version);
  }

  @Override
  public boolean isOver() {
    return server.isOver();
  }

  @Override
  public synchronized void close() {
    listener.ifPresent(Thread::interrupt);
    if (server.end()) {
      ending = Optional.of(Thread.ofVirtual().name("mcp-end").start(this::delete));
    }
  }

  private void delete() {
    try {
      server.delete(PATIENCE);
    } catch (UpstreamFailed gone) {
      // A server that is gone has no session either.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void join() throws InterruptedException {
    if (ending.isPresent()) {
      ending.get().join(PATIENCE);
    }
  }
}

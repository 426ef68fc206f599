package dev.countersign.gateway.mcp;

import dev.countersign.gateway.config.Limits;
import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.mcp.JsonRpc.Kind;
import dev.countersign.gateway.metrics.Metrics;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.gateway.proxy.ProxyHandler;
import dev.countersign.gateway.proxy.Refusal;
import dev.countersign.gateway.proxy.Refused;
import dev.countersign.gateway.proxy.SessionFlow;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamClient;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Malformed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * MCP over Streamable HTTP towards clients (revisions 2025-03-26 to 2025-11-25, basic/transports).
 * Sessions are the gateway's own: their ids, and what they remember. The revision of 2026-07-28 has
 * no sessions, and so nothing to remember a run by; clients that speak it are told which ones are
 * spoken here.
 */
public final class McpFlow implements SessionFlow, AutoCloseable {
  private static final Refusal NO_ORIGIN =
      new Refusal(403, "origin", "refused", "Pages of this origin may not connect.");
  private static final Refusal NOT_ACCEPTED =
      new Refusal(
          406, "not_acceptable", "refused", "Accept application/json and text/event-stream.");
  private static final Refusal NO_SESSION =
      new Refusal(404, "session_not_found", "refused", "There is no such session; initialize.");
  private static final Set<String> NOTIFICATIONS =
      Set.of(
          "notifications/initialized",
          "notifications/cancelled",
          "notifications/progress",
          "notifications/roots/list_changed");

  private static final String VERSION = "MCP-Protocol-Version";

  /** What a session remembers before anybody looks whether all of them remember too much. */
  private static final long LARGE = 1_000_000;

  private final Sessions sessions;
  private final Semaphore permits;
  private final Servers servers;

  /**
   * With what all sessions share.
   *
   * @param upstreams asks servers
   * @param notes takes what an operator should read
   */
  public McpFlow(UpstreamClient upstreams, Limits limits, Metrics metrics, Consumer<String> notes) {
    this.sessions = new Sessions(Runtime.getRuntime().maxMemory() / 4);
    this.permits = new Semaphore(limits.requests());
    this.servers = new Servers(upstreams, limits, metrics, notes);
    metrics.gauge("countersign_mcp_sessions", "Sessions that are open.", sessions::count);
  }

  @Override
  public void serve(Flow flow, Upstream upstream)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    McpConfig config = upstream.config().mcp().orElseThrow();
    requireOrigin(flow, config);
    flow.to(upstream);
    switch (flow.request.getMethod()) {
      case "GET" -> listen(flow, session(flow, upstream));
      case "DELETE" -> end(flow, session(flow, upstream));
      default -> post(flow, upstream);
    }
  }

  /** Against pages whose name was made to lead here (DNS rebinding). */
  private static void requireOrigin(Flow flow, McpConfig config) throws Refused {
    for (String origin : flow.request.getHeaders().getValuesList("Origin")) {
      if (!config.origins().contains(origin)) {
        throw new Refused(NO_ORIGIN);
      }
    }
  }

  private static boolean isSpoken(Flow flow) {
    String version = flow.request.getHeaders().get(VERSION);
    return version == null || Handshake.VERSIONS.contains(version);
  }

  private static void requireAccepted(Flow flow, String... types) throws Refused {
    String accepted = String.join(",", flow.request.getHeaders().getValuesList("Accept"));
    for (String type : types) {
      if (!accepted.contains(type) && !accepted.contains("*/*")) {
        throw new Refused(NOT_ACCEPTED);
      }
    }
  }

  private Session session(Flow flow, Upstream upstream) throws Refused {
    List<String> given = flow.request.getHeaders().getValuesList("Mcp-Session-Id");
    if (given.size() != 1) {
      throw new Refused(Refusal.malformed("Send one Mcp-Session-Id, after initialize."));
    }
    McpConfig config = upstream.config().mcp().orElseThrow();
    Session session =
        sessions
            .find(given.getFirst(), Servers.owner(flow, config), config.path())
            .orElseThrow(() -> new Refused(NO_SESSION));
    if (!isUnchanged(session, upstream)) {
      sessions.end(session);
      throw new Refused(NO_SESSION);
    }
    flow.exchange.session = Optional.of(session.id());
    return session;
  }

  /** A session lives as long as what was configured for it: a new policy holds for all. */
  private static boolean isUnchanged(Session session, Upstream upstream) {
    return upstream.prepared() instanceof Prepared.Ready ready
        && (ready == session.ready()
            || ready.profiles().equals(session.ready().profiles())
                && upstream.config().equals(session.upstream()));
  }

  private void listen(Flow flow, Session session) throws Refused, IOException {
    requireAccepted(flow, "text/event-stream");
    Outbox stream = session.listen();
    Traffic traffic = new Traffic(session);
    session.link().listen(message -> traffic.toClient(message, session.listener()));
    try {
      new Reply(flow).stream(stream);
    } finally {
      session.deaf(stream);
    }
  }

  private void end(Flow flow, Session session) {
    sessions.end(session);
    Reply.empty(flow, 200);
  }

  private void post(Flow flow, Upstream upstream)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    if (!ProxyHandler.isPlainJson(flow.request)) {
      throw new Refused(Refusal.NOT_JSON);
    }
    requireAccepted(flow, "application/json", "text/event-stream");
    ObjectNode message = flow.json();
    Kind kind = kind(message);
    if (!isSpoken(flow)) {
      Reply.unsupported(flow, message, flow.request.getHeaders().get(VERSION));
      return;
    }
    if (JsonRpc.method(message).equals(Handshake.METHOD)) {
      initialize(flow, upstream, kind, message);
      return;
    }
    Session session = session(flow, upstream);
    switch (kind) {
      case REQUEST -> request(flow, session, upstream, message);
      case NOTIFICATION -> notification(flow, session, message);
      case RESPONSE -> response(flow, session, message);
    }
  }

  private static Kind kind(ObjectNode message) throws Refused {
    try {
      return JsonRpc.kind(message);
    } catch (Malformed wrong) {
      throw new Refused(Refusal.malformed(String.valueOf(wrong.getMessage())));
    }
  }

  private void initialize(Flow flow, Upstream upstream, Kind kind, ObjectNode message)
      throws Refused, UpstreamFailed, InterruptedException {
    McpConfig config = upstream.config().mcp().orElseThrow();
    if (kind != Kind.REQUEST || flow.request.getHeaders().contains("Mcp-Session-Id")) {
      throw new Refused(Refusal.malformed("initialize is a request, and begins a session."));
    }
    if (!sessions.begins(config.path(), config.sessions())) {
      throw new Refused(Refusal.BUSY);
    }
    try {
      new Handshake(flow, servers, sessions).run(upstream, message);
    } finally {
      sessions.begun(config.path());
    }
  }

  private void request(Flow flow, Session session, Upstream upstream, ObjectNode message)
      throws Refused, UpstreamFailed, InterruptedException, IOException {
    String id = JsonRpc.id(message);
    if (!permits.tryAcquire()) {
      throw new Refused(Refusal.BUSY);
    }
    try {
      if (!session.opens(id)) {
        throw new Refused(Refusal.malformed("This id is in use, or too many requests are open."));
      }
      try {
        new Reply(flow).answer(message, new Requests(flow, session, servers, upstream));
      } finally {
        session.closes(id);
        if (session.characters() > LARGE) {
          sessions.sweep();
        }
      }
    } finally {
      permits.release();
    }
  }

  private static void notification(Flow flow, Session session, ObjectNode message)
      throws UpstreamFailed, InterruptedException {
    UserWords.take(flow, session, message);
    if (NOTIFICATIONS.contains(JsonRpc.method(message))) {
      session.link().tell(message);
    }
    session.touch();
    Reply.empty(flow, 202);
  }

  private static void response(Flow flow, Session session, ObjectNode message)
      throws Refused, UpstreamFailed, InterruptedException {
    if (!session.questions().take(message)) {
      if (!session.answers(JsonRpc.id(message))) {
        throw new Refused(Refusal.malformed("Nothing was asked with this id."));
      }
      session.link().tell(message);
    }
    Reply.empty(flow, 202);
  }

  /** Ends sessions that nobody uses. */
  public void sweep() {
    sessions.sweep();
  }

  /** What servers were last seen to offer, with digests to pin, for the operator. */
  public ObjectNode tools() {
    return servers.tools();
  }

  /** Ends the streams on which nothing is waited for, so that the rest can end. */
  public void drain() {
    sessions.endListening();
  }

  @Override
  public void close() {
    try {
      sessions.endAll();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}

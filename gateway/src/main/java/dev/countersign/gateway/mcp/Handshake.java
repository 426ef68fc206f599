package dev.countersign.gateway.mcp;

import dev.countersign.gateway.config.McpConfig;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.gateway.proxy.Refusal;
import dev.countersign.gateway.proxy.Refused;
import dev.countersign.gateway.upstream.Prepared;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The beginning of a session (MCP 2025-11-25, basic/lifecycle). Each side is told only of those
 * capabilities of the other that the gateway lets through, so that neither tries the rest.
 */
final class Handshake {
  static final String METHOD = "initialize";

  /** The revisions that are spoken here, the newest last. */
  static final List<String> VERSIONS =
      List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  private static final Set<String> OF_SERVERS =
      Set.of("tools", "resources", "prompts", "completions", "logging");

  private final Flow flow;
  private final Servers servers;
  private final Sessions sessions;

  Handshake(Flow flow, Servers servers, Sessions sessions) {
    this.flow = flow;
    this.servers = servers;
    this.sessions = sessions;
  }

  void run(Upstream upstream, ObjectNode request)
      throws Refused, UpstreamFailed, InterruptedException {
    McpConfig config = upstream.config().mcp().orElseThrow();
    if (!(upstream.prepared() instanceof Prepared.Ready ready)) {
      throw new Refused(Refusal.NOT_READY);
    }
    ObjectNode params = JsonRpc.params(request);
    boolean elicits = elicits(params);
    keep(params, config.serverMay());
    if (!VERSIONS.contains(params.path("protocolVersion").asString(""))) {
      params.put("protocolVersion", VERSIONS.getLast());
    }
    Session session =
        new Session(
            Sessions.newId(),
            Servers.owner(flow, config),
            upstream.config(),
            ready,
            servers.link(flow, upstream),
            new Questions(elicits));
    boolean begun = false;
    try {
      UserWords.take(flow, session, request);
      begun = answer(session, request);
    } finally {
      if (!begun) {
        session.end();
      }
    }
  }

  /** Whether it can ask its user by a form; an empty capability means that it can. */
  private static boolean elicits(ObjectNode params) {
    var elicitation = params.path("capabilities").path("elicitation");
    return elicitation.isObject() && (elicitation.isEmpty() || elicitation.has("form"));
  }

  private static void keep(ObjectNode params, Iterable<String> capabilities) {
    ObjectNode said =
        params.get("capabilities") instanceof ObjectNode given ? given : params.objectNode();
    ObjectNode kept = params.putObject("capabilities");
    for (String capability : capabilities) {
      if (said.has(capability)) {
        kept.set(capability, said.get(capability));
      }
    }
  }

  /** Whether a session began. */
  private boolean answer(Session session, ObjectNode request)
      throws Refused, UpstreamFailed, InterruptedException {
    ObjectNode response = session.link().ask(request, message -> {});
    if (!(response.get("result") instanceof ObjectNode result)) {
      new Reply(flow).whole(response, "");
      return false;
    }
    String version = result.path("protocolVersion").asString("");
    if (!VERSIONS.contains(version)) {
      throw new UpstreamFailed(
          502, "upstream-version", "The server of tools speaks no version that is spoken here.");
    }
    keep(result, OF_SERVERS);
    instructions(session, result);
    session.link().agreed(version);
    sessions.add(session);
    new Reply(flow).whole(response, session.id());
    return true;
  }

  /** What the server would have every model read. */
  private void instructions(Session session, ObjectNode result) throws Refused {
    String text = result.path("instructions").asString("");
    if (text.isEmpty()) {
      return;
    }
    if (new Gates(flow, session).rejects(List.of(text))) {
      result.remove("instructions");
    } else {
      session.content(text);
    }
  }
}

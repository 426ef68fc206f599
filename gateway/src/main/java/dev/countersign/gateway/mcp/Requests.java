package dev.countersign.gateway.mcp;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.proxy.Flow;
import dev.countersign.gateway.proxy.Operation;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests of a client, past the gates and to the server. */
final class Requests implements Reply.Work {
  private static final int MOST_NAME = 128;
  private static final String WITHHELD = "What the server returned was withheld by policy.";
  private static final Set<String> MEMBERS = Set.of("name", "arguments", "_meta");
  private static final Set<String> OTHERS =
      Set.of(
          "ping",
          "resources/list",
          "resources/templates/list",
          "resources/read",
          "resources/subscribe",
          "resources/unsubscribe",
          "prompts/list",
          "prompts/get",
          "completion/complete",
          "logging/setLevel");

  private final Flow flow;
  private final Session session;
  private final Servers servers;
  private final Upstream upstream;
  private final Gates gates;
  private final Traffic traffic;

  /**
   * Of one session.
   *
   * @param upstream as it is now; the session keeps what it began with
   */
  Requests(Flow flow, Session session, Servers servers, Upstream upstream) {
    this.flow = flow;
    this.session = session;
    this.servers = servers;
    this.upstream = upstream;
    this.gates = new Gates(flow, session);
    this.traffic = new Traffic(session);
  }

  @Override
  public ObjectNode answer(ObjectNode request, Outbox out)
      throws UpstreamFailed, InterruptedException {
    UserWords.take(flow, session, request);
    String method = JsonRpc.method(request);
    return switch (method) {
      case "tools/call" -> call(request, out);
      case "tools/list" -> list(request, out);
      default ->
          OTHERS.contains(method)
              ? other(request, out)
              : refused(request, JsonRpc.METHOD_NOT_FOUND, "This is not offered here.");
    };
  }

  private ObjectNode ask(ObjectNode request, Outbox out)
      throws UpstreamFailed, InterruptedException {
    return session.link().ask(request, message -> traffic.toClient(message, out));
  }

  private ObjectNode refused(ObjectNode request, int code, String message) {
    flow.exchange.outcome = "refused";
    return JsonRpc.error(request, code, message);
  }

  private ObjectNode call(ObjectNode request, Outbox out)
      throws UpstreamFailed, InterruptedException {
    flow.exchange.operation = Operation.TOOLS_CALL;
    ObjectNode params = JsonRpc.params(request);
    String name = params.path("name").asString("");
    JsonNode arguments = params.path("arguments");
    boolean formed =
        params.path("name").isString() && !name.isEmpty() && name.length() <= MOST_NAME;
    if (!formed || !arguments.isMissingNode() && !arguments.isObject()) {
      return refused(
          request, JsonRpc.INVALID_PARAMS, "A call needs a name, and arguments as an object.");
    }
    if (!MEMBERS.containsAll(params.propertyNames())) {
      return refused(
          request,
          JsonRpc.INVALID_PARAMS,
          "A call has a name and arguments; tasks are not offered.");
    }
    flow.exchange.model = name;
    ToolCall call =
        new ToolCall(
            name,
            arguments instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode());
    Optional<String> refusal = refusal(call, out);
    if (refusal.isPresent()) {
      flow.exchange.outcome = "rejected";
      return JsonRpc.failedTool(request, refusal.get());
    }
    return taken(request, call, ask(request, out));
  }

  private Optional<String> refusal(ToolCall call, Outbox out) throws InterruptedException {
    if (!servers.pins(upstream).isKept(call.name())) {
      flow.exchange.findings.add(
          Finding.of(Gate.TOOL, Decision.REJECT, "the definition of the tool has changed"));
      return Optional.of(
          "The call was not executed: the server has changed what it says of this tool, and nobody"
              + " has looked at it since. Tell the user.");
    }
    return gates.refusal(call, out);
  }

  /** A tool that failed says something, too. */
  private ObjectNode taken(ObjectNode request, ToolCall call, ObjectNode response) {
    List<String> texts =
        response.has("result")
            ? Texts.ofResult(response.path("result"))
            : Texts.in(response.path("error"));
    if (!gates.take(call, texts)) {
      flow.exchange.outcome = "withheld";
      return JsonRpc.failedTool(request, WITHHELD);
    }
    if (response.has("error")) {
      flow.exchange.outcome = "upstream-error";
    }
    return response;
  }

  private ObjectNode list(ObjectNode request, Outbox out)
      throws UpstreamFailed, InterruptedException {
    ObjectNode response = ask(request, out);
    if (response.path("result").path("tools") instanceof ArrayNode tools) {
      ArrayNode kept = tools.arrayNode();
      for (JsonNode tool : tools) {
        if (tool instanceof ObjectNode said && isOffered(said)) {
          kept.add(said);
        }
      }
      ((ObjectNode) response.path("result")).set("tools", kept);
    }
    return response;
  }

  private boolean isOffered(ObjectNode said) {
    Optional<Definition> read = Definition.of(said);
    if (read.isEmpty()) {
      return false;
    }
    Definition tool = read.get();
    boolean kept = servers.pins(upstream).admits(tool);
    Optional<String> why =
        !gates.admits(tool.name())
            ? Optional.of("the policy does not name it")
            : !kept
                ? Optional.of("the definition has changed")
                : tool.hidesText()
                    ? Optional.of("it holds hidden text")
                    : gates.rejects(joined(tool.texts()))
                        ? Optional.of("the prompt gate rejects it")
                        : Optional.empty();
    why.ifPresent(one -> servers.leftOut(upstream, tool, one));
    if (why.isEmpty()) {
      boolean reviewed = servers.pins(upstream).isPinned(tool.name());
      tool.texts().forEach(reviewed ? session::reviewed : session::content);
    }
    return why.isEmpty();
  }

  /** One text: so many small ones are no sentences. */
  private static List<String> joined(List<String> texts) {
    return List.of(String.join("\n", texts));
  }

  private ObjectNode other(ObjectNode request, Outbox out)
      throws UpstreamFailed, InterruptedException {
    ObjectNode response = ask(request, out);
    List<String> texts = new ArrayList<>(Texts.in(response.path("result")));
    texts.addAll(Texts.in(response.path("error")));
    if (gates.rejects(joined(texts))) {
      flow.exchange.outcome = "withheld";
      return JsonRpc.error(request, JsonRpc.FAILED, WITHHELD);
    }
    texts.forEach(session::content);
    return response;
  }
}

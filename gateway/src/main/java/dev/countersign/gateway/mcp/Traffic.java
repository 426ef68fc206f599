package dev.countersign.gateway.mcp;

import dev.countersign.gateway.upstream.UpstreamFailed;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server says by itself, as far as it may. */
final class Traffic {
  private static final Set<String> NOTIFICATIONS =
      Set.of(
          "notifications/cancelled",
          "notifications/progress",
          "notifications/message",
          "notifications/resources/updated",
          "notifications/resources/list_changed",
          "notifications/tools/list_changed",
          "notifications/prompts/list_changed",
          "notifications/elicitation/complete");

  /** What a server may ask for, by what the configuration has to say for it. */
  private static final Map<String, String> REQUESTS =
      Map.of(
          "roots/list", "roots",
          "sampling/createMessage", "sampling",
          "elicitation/create", "elicitation");

  private final Session session;

  Traffic(Session session) {
    this.session = session;
  }

  /** Lets a request or a notification through, refuses it, or drops it. */
  void toClient(ObjectNode message, Outbox out) {
    String method = JsonRpc.method(message);
    if (!message.has("id")) {
      if (NOTIFICATIONS.contains(method)) {
        see(message);
        out.put(message);
      }
      return;
    }
    if (!mayAsk(method) || !session.asks(JsonRpc.id(message))) {
      refuse(message);
      return;
    }
    see(message);
    sign(method, message);
    if (!out.put(message)) {
      session.answers(JsonRpc.id(message));
      refuse(message);
    }
  }

  private boolean mayAsk(String method) {
    String word = REQUESTS.get(method);
    return method.equals("ping") || word != null && session.config().serverMay().contains(word);
  }

  private void see(ObjectNode message) {
    Texts.in(message.path("params")).forEach(session::content);
  }

  /** So that a user can tell the server's questions from the gateway's. */
  private void sign(String method, ObjectNode message) {
    JsonNode text = message.path("params").path("message");
    if (method.equals("elicitation/create") && text.isString()) {
      JsonRpc.params(message)
          .put("message", "The server " + session.upstream().name() + " asks: " + text.asString());
    }
  }

  private void refuse(ObjectNode request) {
    try {
      session
          .link()
          .tell(JsonRpc.error(request, JsonRpc.METHOD_NOT_FOUND, "This is not offered here."));
    } catch (UpstreamFailed gone) {
      // Then nobody waits for it.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.countersign.gateway.wire;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in requests and answers of OpenAI's API. */
public final class ChatMessages {
  private static final int MOST = 100_000;

  private ChatMessages() {}

  /** The conversation of a request of chat completions. */
  public static List<Turn> chat(ObjectNode request) throws Malformed {
    JsonNode messages = request.path("messages");
    if (!messages.isArray() || messages.size() > MOST) {
      throw new Malformed("\"messages\" is no list of messages.");
    }
    List<Turn> turns = new ArrayList<>(messages.size());
    for (JsonNode message : messages) {
      turns.add(
          new Turn(
              message.path("role").asString(""),
              text(message.path("content")),
              message.path("tool_call_id").asString(""),
              calls(message)));
    }
    return turns;
  }

  /** The conversation of a request of responses. */
  public static List<Turn> responses(ObjectNode request) throws Malformed {
    List<Turn> turns = new ArrayList<>();
    String instructions = request.path("instructions").asString("");
    if (!instructions.isEmpty()) {
      turns.add(new Turn("system", instructions, "", List.of()));
    }
    JsonNode input = request.path("input");
    if (input.isString()) {
      turns.add(new Turn("user", input.asString(), "", List.of()));
      return turns;
    }
    if (input.size() > MOST || !(input.isArray() || input.isMissingNode())) {
      throw new Malformed("\"input\" is neither text nor a list of items.");
    }
    for (JsonNode item : input) {
      turns.add(item(item));
    }
    return turns;
  }

  private static Turn item(JsonNode item) {
    return switch (item.path("type").asString("message")) {
      case "function_call" -> new Turn("assistant", "", "", List.of(responseCall(item)));
      case "function_call_output", "custom_tool_call_output" ->
          new Turn("tool", text(item.path("output")), item.path("call_id").asString(""), List.of());
      case "message" ->
          new Turn(item.path("role").asString("user"), text(item.path("content")), "", List.of());
      // Whatever else there is was not written by the user, and its words count as read.
      default -> new Turn("tool", everyText(item), "", List.of());
    };
  }

  /** What is embedded. */
  public static List<Turn> embeddings(ObjectNode request) {
    JsonNode input = request.path("input");
    List<Turn> turns = new ArrayList<>();
    if (input.isString()) {
      turns.add(new Turn("user", input.asString(), "", List.of()));
    }
    for (JsonNode one : input) {
      if (one.isString()) {
        turns.add(new Turn("user", one.asString(), "", List.of()));
      }
    }
    return turns;
  }

  /** The calls in a message of chat completions. */
  public static List<Turn.Call> calls(JsonNode message) {
    List<Turn.Call> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      JsonNode function = call.has("function") ? call.path("function") : call.path("custom");
      calls.add(call(call.path("id").asString(""), function));
    }
    // The older form.
    if (message.path("function_call").isObject()) {
      calls.add(call("", message.path("function_call")));
    }
    return calls;
  }

  private static Turn.Call call(String id, JsonNode function) {
    JsonNode arguments =
        function.has("arguments") ? function.path("arguments") : function.path("input");
    return new Turn.Call(id, function.path("name").asString(""), asText(arguments));
  }

  /** A call as responses have it. */
  public static Turn.Call responseCall(JsonNode item) {
    JsonNode arguments = item.has("arguments") ? item.path("arguments") : item.path("input");
    return new Turn.Call(
        item.path("call_id").asString(""), item.path("name").asString(""), asText(arguments));
  }

  private static String asText(JsonNode json) {
    return json.isString() ? json.asString() : json.isMissingNode() ? "" : json.toString();
  }

  /** The text of content, which is text or a list of parts. */
  public static String text(JsonNode content) {
    if (content.isString()) {
      return content.asString();
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      parts.add(part.isString() ? part.asString() : partText(part));
    }
    return String.join("\n", parts);
  }

  private static String partText(JsonNode part) {
    String text = part.path("text").asString("");
    return text.isEmpty() ? part.path("refusal").asString("") : text;
  }

  private static String everyText(JsonNode item) {
    StringBuilder all = new StringBuilder();
    collect(item, all);
    return all.toString();
  }

  private static void collect(JsonNode json, StringBuilder into) {
    if (json.isString()) {
      into.append(json.asString()).append('\n');
    }
    for (JsonNode inner : json) {
      collect(inner, into);
    }
  }
}

package dev.countersign.gateway.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a language model said, in answers of OpenAI's API that came as a whole. */
public final class Answers {
  /** Members of a message that are no words of the model. */
  private static final Set<String> NO_WORDS = Set.of("role", "id", "type", "status");

  private Answers() {}

  /** All texts of an answer of chat completions. */
  public static List<String> chatTexts(ObjectNode answer) {
    List<String> texts = new ArrayList<>();
    for (JsonNode choice : answer.path("choices")) {
      message(choice.path("message"), texts);
    }
    return texts;
  }

  private static void message(JsonNode message, List<String> into) {
    for (Map.Entry<String, JsonNode> member : message.properties()) {
      String name = member.getKey();
      if (name.equals("content")) {
        add(ChatMessages.text(member.getValue()), into);
      } else if (!NO_WORDS.contains(name) && member.getValue().isString()) {
        add(member.getValue().asString(), into);
      }
    }
  }

  private static void add(String text, List<String> into) {
    if (!text.isEmpty()) {
      into.add(text);
    }
  }

  /** All calls in an answer of chat completions. */
  public static List<Turn.Call> chatCalls(ObjectNode answer) {
    List<Turn.Call> calls = new ArrayList<>();
    for (JsonNode choice : answer.path("choices")) {
      calls.addAll(ChatMessages.calls(choice.path("message")));
    }
    return calls;
  }

  /** All texts of a response. */
  public static List<String> responseTexts(JsonNode response) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : response.path("output")) {
      itemTexts(item, texts);
    }
    return texts;
  }

  /** The texts of one item of a response. */
  public static void itemTexts(JsonNode item, List<String> into) {
    if (isCall(item)) {
      return;
    }
    for (String list : List.of("content", "summary")) {
      add(ChatMessages.text(item.path(list)), into);
    }
  }

  /** All calls of functions in a response. */
  public static List<Turn.Call> responseCalls(JsonNode response) {
    List<Turn.Call> calls = new ArrayList<>();
    for (JsonNode item : response.path("output")) {
      if (isCall(item)) {
        calls.add(ChatMessages.responseCall(item));
      }
    }
    return calls;
  }

  /** Whether an item of a response asks for a tool of the client. */
  public static boolean isCall(JsonNode item) {
    String type = item.path("type").asString("");
    return type.equals("function_call") || type.equals("custom_tool_call");
  }

  /** A number of tokens under one of two names. */
  public static OptionalLong tokens(JsonNode usage, String chat, String response) {
    JsonNode count = usage.has(chat) ? usage.path(chat) : usage.path(response);
    return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
  }
}

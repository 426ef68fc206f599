package dev.countersign.gateway.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.gateway.wire.ChatMessages;
import dev.countersign.gateway.wire.Event;
import dev.countersign.gateway.wire.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of chat completions: chunks, and {@code [DONE]}. */
final class ChatEvents implements EventFilter {
  private static final String DONE = "[DONE]";

  private final StreamGates gates;
  private final Exchange exchange;
  private final Map<String, ObjectNode> templates = new LinkedHashMap<>();
  private final Map<String, CallParts> calls = new LinkedHashMap<>();

  ChatEvents(StreamGates gates, Exchange exchange) {
    this.gates = gates;
    this.exchange = exchange;
  }

  /** A call that comes in parts. */
  private static final class CallParts {
    private String id = "";
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();

    void add(JsonNode part) {
      id = part.path("id").asString(id);
      JsonNode function = part.has("custom") ? part.path("custom") : part.path("function");
      function(part.has("function") || part.has("custom") ? function : part);
    }

    private void function(JsonNode function) {
      name.append(function.path("name").asString(""));
      arguments.append(function.path("arguments").asString(function.path("input").asString("")));
    }

    Turn.Call call() {
      return new Turn.Call(id, name.toString(), arguments.toString());
    }
  }

  @Override
  public void accept(Event event) throws Refused, IOException {
    if (event.data().equals(DONE)) {
      end();
      gates.sink().put(event);
      return;
    }
    if (!gates.checksTexts() && !gates.checksCalls() && !event.data().contains("\"usage\"")) {
      gates.sink().put(event);
      return;
    }
    ObjectNode chunk = chunk(event);
    if (chunk.path("usage").isObject()) {
      exchange.tokens = TextFlow.tokens(chunk.path("usage"));
    }
    boolean says = chunk.path("usage").isObject() || chunk.has("error");
    boolean ends = false;
    for (JsonNode choice : chunk.path("choices")) {
      says |= choice(chunk, choice);
      ends |= choice.path("finish_reason").isString();
    }
    if (ends) {
      checkCalls();
    }
    if (says || chunk.path("choices").isEmpty()) {
      gates.sink().put(new Event(event.name(), chunk.toString()));
    }
  }

  private static ObjectNode chunk(Event event) throws Refused {
    try {
      return StrictJson.object(event.data().getBytes(UTF_8));
    } catch (MalformedJson wrong) {
      throw new Refused(Refusal.UNREADABLE);
    }
  }

  /** Whether anything is left to say. */
  private boolean choice(ObjectNode chunk, JsonNode choice) throws Refused, IOException {
    String index = choice.path("index").asString("0");
    if (gates.checksTexts() && !choice.path("logprobs").isNull() && choice.has("logprobs")) {
      throw new Refused(Refusal.UNREADABLE);
    }
    boolean says = choice.path("finish_reason").isString();
    if (choice.path("delta") instanceof ObjectNode delta) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(delta.properties())) {
        says |= member(chunk, delta, index, member);
      }
    }
    // Servers that stream whole messages.
    if (choice.path("message").isObject()) {
      gates.whole(choice.path("message").path("content").asString(""));
      List<Turn.Call> asked = ChatMessages.calls(choice.path("message"));
      exchange.called(asked);
      gates.calls(asked);
      says = true;
    }
    if (choice.path("finish_reason").isString()) {
      flush(index);
    }
    return says;
  }

  private boolean member(
      ObjectNode chunk, ObjectNode delta, String index, Map.Entry<String, JsonNode> member)
      throws Refused {
    String name = member.getKey();
    JsonNode value = member.getValue();
    if (name.equals("role")) {
      return true;
    }
    if (name.equals("tool_calls") || name.equals("function_call")) {
      return call(index, name, value);
    }
    if (value.isString()) {
      String text = index + "/" + name;
      templates.computeIfAbsent(text, key -> template(chunk, index, name));
      String released = gates.push(text, value.asString());
      delta.put(name, released);
      return !released.isEmpty();
    }
    if (!value.isNull() && gates.checksTexts()) {
      // A form of content that this version does not know may hold anything.
      throw new Refused(Refusal.UNREADABLE);
    }
    return !value.isNull();
  }

  private boolean call(String index, String name, JsonNode value) {
    if (gates.checksCalls()) {
      gates.sink().hold();
      if (name.equals("function_call")) {
        calls.computeIfAbsent(index + "/function", key -> new CallParts()).add(value);
      }
      for (JsonNode part : name.equals("tool_calls") ? value : List.<JsonNode>of()) {
        calls
            .computeIfAbsent(index + "/" + part.path("index").asString("0"), key -> new CallParts())
            .add(part);
      }
    }
    return true;
  }

  private static ObjectNode template(ObjectNode chunk, String index, String name) {
    ObjectNode copy = chunk.deepCopy();
    copy.remove("usage");
    ObjectNode choice = copy.putArray("choices").addObject();
    choice.put("index", Integer.parseInt(index));
    choice.putObject("delta").put(name, "");
    choice.putNull("finish_reason");
    return copy;
  }

  private void flush(String index) throws Refused, IOException {
    for (String text : gates.open()) {
      if (text.startsWith(index + "/")) {
        flushText(text);
      }
    }
  }

  private void flushText(String text) throws Refused, IOException {
    String rest = gates.end(text);
    ObjectNode template = templates.get(text);
    if (rest.isEmpty() || template == null) {
      return;
    }
    String name = text.substring(text.indexOf('/') + 1);
    if (template.path("choices").path(0).path("delta") instanceof ObjectNode delta) {
      delta.put(name, rest);
    }
    gates.sink().put(new Event("", template.toString()));
  }

  private void checkCalls() throws Refused, IOException {
    List<Turn.Call> asked = new ArrayList<>();
    calls.values().forEach(parts -> asked.add(parts.call()));
    calls.clear();
    exchange.called(asked);
    gates.calls(asked);
    gates.sink().release();
  }

  @Override
  public void end() throws Refused, IOException {
    for (String text : gates.open()) {
      flushText(text);
    }
    checkCalls();
  }
}

package dev.countersign.gateway.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.gateway.wire.Answers;
import dev.countersign.gateway.wire.ChatMessages;
import dev.countersign.gateway.wire.Event;
import dev.countersign.gateway.wire.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The events of responses: each says its type, and texts come in events that end in delta. */
final class ResponseEvents implements EventFilter {
  private final StreamGates gates;
  private final Exchange exchange;
  private final Map<String, ObjectNode> templates = new LinkedHashMap<>();
  private final List<Turn.Call> calls = new ArrayList<>();

  ResponseEvents(StreamGates gates, Exchange exchange) {
    this.gates = gates;
    this.exchange = exchange;
  }

  /** The event that ends a stream that goes no further. */
  static String error(Refusal refusal) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "error")
        .put("code", refusal.code())
        .put("message", refusal.message())
        .putNull("param")
        .toString();
  }

  @Override
  public void accept(Event event) throws Refused, IOException {
    if (event.data().equals("[DONE]")) {
      end();
      gates.sink().put(event);
      return;
    }
    ObjectNode json = json(event);
    String type = json.path("type").asString("");
    if (json.path("response").path("usage").isObject()) {
      exchange.tokens = TextFlow.tokens(json.path("response").path("usage"));
    }
    if (isCallPart(json, type) && gates.checksCalls()) {
      gates.sink().hold();
    }
    if (type.endsWith(".delta") && json.path("delta").isString() && !isArguments(type)) {
      delta(event, json, type);
      return;
    }
    end();
    checkWhole(json, type);
    gates.sink().put(event);
    if (type.equals("response.output_item.done") && isCallPart(json, type)) {
      gates.sink().release();
    }
  }

  private static ObjectNode json(Event event) throws Refused {
    try {
      return StrictJson.object(event.data().getBytes(UTF_8));
    } catch (MalformedJson wrong) {
      throw new Refused(Refusal.UNREADABLE);
    }
  }

  private static boolean isArguments(String type) {
    return type.contains("function_call_arguments") || type.contains("custom_tool_call_input");
  }

  private static boolean isCallPart(ObjectNode json, String type) {
    return isArguments(type) || Answers.isCall(json.path("item"));
  }

  private void delta(Event event, ObjectNode json, String type) throws Refused, IOException {
    String text =
        String.join(
            "/",
            type,
            json.path("item_id").asString(""),
            json.path("output_index").asString(""),
            json.path("content_index").asString(""),
            json.path("summary_index").asString(""));
    templates.computeIfAbsent(text, key -> json.deepCopy());
    if (gates.checksTexts() && !json.path("logprobs").isEmpty()) {
      throw new Refused(Refusal.UNREADABLE);
    }
    String released = gates.push(text, json.path("delta").asString());
    if (!released.isEmpty()) {
      json.put("delta", released);
      gates.sink().put(new Event(event.name(), json.toString()));
    }
  }

  private void checkWhole(ObjectNode json, String type) throws Refused {
    List<String> texts = new ArrayList<>();
    texts.add(isArguments(type) ? "" : json.path("text").asString(""));
    texts.add(json.path("refusal").asString(""));
    texts.add(json.path("part").path("text").asString(""));
    Answers.itemTexts(json.path("item"), texts);
    texts.addAll(Answers.responseTexts(json.path("response")));
    for (String text : texts) {
      gates.whole(text);
    }
    if (type.equals("response.output_item.done") && Answers.isCall(json.path("item"))) {
      Turn.Call call = ChatMessages.responseCall(json.path("item"));
      exchange.called(List.of(call));
      calls.add(call);
      gates.calls(calls);
    }
    if (type.equals("response.completed")) {
      gates.calls(Answers.responseCalls(json.path("response")));
    }
  }

  @Override
  public void end() throws Refused, IOException {
    for (String text : gates.open()) {
      String rest = gates.end(text);
      ObjectNode template = templates.get(text);
      if (!rest.isEmpty() && template != null) {
        template.put("delta", rest);
        gates.sink().put(new Event(template.path("type").asString(""), template.toString()));
      }
    }
  }
}

package dev.countersign.gateway.demo;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers what the demo can. */
final class DemoHandler extends Handler.Abstract {
  private static final int MOST = 8 << 20;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    byte[] body = Content.Source.asInputStream(request).readNBytes(MOST);
    String path = request.getHttpURI().getPath();
    try {
      switch (path) {
        case "/v2/models/demo/infer" ->
            json(response, callback, infer("demo", DemoModel.DEMO, StrictJson.object(body)));
        case "/v2/models/fraud/infer" ->
            json(response, callback, infer("fraud", DemoModel.FRAUD, StrictJson.object(body)));
        case "/v1/chat/completions" -> chat(StrictJson.object(body), response, callback);
        case "/v1/embeddings" -> json(response, callback, embedding());
        case "/v1/models" -> json(response, callback, models());
        case "/v2/health/live", "/v2/health/ready", "/v2", "/v2/models/demo", "/v2/models/fraud" ->
            json(response, callback, JsonNodeFactory.instance.objectNode().put("name", "demo"));
        default -> {
          response.setStatus(404);
          json(response, callback, JsonNodeFactory.instance.objectNode().put("error", "not here"));
        }
      }
    } catch (MalformedJson wrong) {
      response.setStatus(400);
      json(response, callback, JsonNodeFactory.instance.objectNode().put("error", "no JSON"));
    }
    return true;
  }

  private static void json(Response response, Callback callback, ObjectNode body) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(bytes(body.toString())), callback);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode infer(String name, DemoModel model, ObjectNode asked) {
    JsonNode input = asked.path("inputs").path(0);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("model_name", name);
    ObjectNode output = answer.putArray("outputs").addObject();
    ArrayNode scores = JsonNodeFactory.instance.arrayNode();
    model.scores(elements(input.path("data"), 0)).forEach(scores::add);
    output.put("name", "score").put("datatype", "FP64");
    output.putArray("shape").add(scores.size());
    output.set("data", scores);
    return answer;
  }

  /** Elements of a tensor that is flat, or a list of rows. */
  private static List<JsonNode> elements(JsonNode data, int depth) {
    List<JsonNode> elements = new ArrayList<>();
    for (JsonNode one : data) {
      if (one.isArray() && depth == 0) {
        elements.addAll(elements(one, depth + 1));
      } else {
        elements.add(one);
      }
    }
    return elements;
  }

  private static ObjectNode embedding() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode vector = answer.putArray("data").addObject().putArray("embedding");
    for (double weight : DemoModel.DEMO.weights()) {
      vector.add(weight);
    }
    return answer;
  }

  private static ObjectNode models() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("object", "list");
    answer.putArray("data").addObject().put("id", "echo").put("object", "model");
    return answer;
  }

  private static void chat(ObjectNode asked, Response response, Callback callback)
      throws IOException {
    String said = "You said: " + last(asked.path("messages"));
    if (asked.path("stream").asBoolean(false)) {
      stream(said, response, callback);
      return;
    }
    ObjectNode answer = answer("chat.completion");
    ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", said);
    choice.put("finish_reason", "stop");
    answer
        .putObject("usage")
        .put("prompt_tokens", said.length() / 4)
        .put("completion_tokens", said.length() / 4);
    json(response, callback, answer);
  }

  private static String last(JsonNode messages) {
    JsonNode content = messages.path(messages.size() - 1).path("content");
    return content.isString() ? content.asString() : content.path(0).path("text").asString("");
  }

  private static ObjectNode answer(String object) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "demo")
        .put("object", object)
        .put("model", "echo");
  }

  private static void stream(String said, Response response, Callback callback) throws IOException {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      for (String word : said.splitWithDelimiters(" ", 0)) {
        event(out, word, false);
      }
      event(out, "", true);
      out.write(bytes("data: [DONE]\n\n"));
    }
    callback.succeeded();
  }

  private static void event(OutputStream out, String word, boolean last) throws IOException {
    ObjectNode chunk = answer("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    ObjectNode delta = choice.putObject("delta");
    if (last) {
      choice.put("finish_reason", "stop");
    } else {
      delta.put("content", word);
      choice.putNull("finish_reason");
    }
    out.write(bytes("data: " + chunk + "\n\n"));
    out.flush();
  }
}

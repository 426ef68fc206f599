package dev.countersign.gateway.mcp;

import dev.countersign.gateway.wire.Malformed;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of JSON-RPC 2.0 as MCP restricts them: no batches, and ids that are texts or whole
 * numbers. What is not of that form is refused, so that two readers cannot take it for two things.
 */
final class JsonRpc {
  /** There is no such method here. */
  static final int METHOD_NOT_FOUND = -32_601;

  /** The parameters are none that the method has. */
  static final int INVALID_PARAMS = -32_602;

  /** Whoever was asked failed. */
  static final int FAILED = -32_603;

  /** The revision of MCP is not spoken here (MCP 2026-07-28, basic, error codes). */
  static final int UNSUPPORTED_VERSION = -32_022;

  private static final Set<String> MEMBERS =
      Set.of("jsonrpc", "id", "method", "params", "result", "error");
  private static final int MOST_ID = 256;
  private static final int MOST_METHOD = 128;

  private JsonRpc() {}

  /** What a message is. */
  enum Kind {
    REQUEST,
    NOTIFICATION,
    RESPONSE
  }

  /** What a message is, after all of its form was checked. */
  static Kind kind(ObjectNode message) throws Malformed {
    require(message.path("jsonrpc").asString("").equals("2.0"), "\"jsonrpc\" must be \"2.0\"");
    for (String member : message.propertyNames()) {
      require(MEMBERS.contains(member), "no message has other members than those of JSON-RPC");
    }
    if (message.has("id")) {
      require(isId(message.get("id")), "\"id\" must be a text or a whole number");
    }
    return message.has("method") ? called(message) : answered(message);
  }

  private static Kind called(ObjectNode message) throws Malformed {
    JsonNode method = message.get("method");
    require(
        method.isString()
            && !method.asString().isEmpty()
            && method.asString().length() <= MOST_METHOD,
        "\"method\" must be a text");
    require(
        !message.has("params") || message.get("params").isObject(), "\"params\" must be an object");
    require(
        !message.has("result") && !message.has("error"), "a request has no result and no error");
    return message.has("id") ? Kind.REQUEST : Kind.NOTIFICATION;
  }

  private static Kind answered(ObjectNode message) throws Malformed {
    boolean result = message.path("result").isObject();
    JsonNode error = message.path("error");
    boolean failed = error.path("code").isIntegralNumber() && error.path("message").isString();
    require(
        message.has("result") != message.has("error") && (result || failed),
        "a response has a result or an error");
    require(message.has("id"), "a response needs an id");
    return Kind.RESPONSE;
  }

  private static boolean isId(JsonNode id) {
    return id.isString() && id.asString().length() <= MOST_ID
        || id.isIntegralNumber() && id.canConvertToLong();
  }

  private static void require(boolean holds, String what) throws Malformed {
    if (!holds) {
      throw new Malformed("This is no message of MCP: " + what + ".");
    }
  }

  /** The id as a key: a number and a text of the same digits are two. */
  static String id(ObjectNode message) {
    return message.path("id").toString();
  }

  static String method(ObjectNode message) {
    return message.path("method").asString("");
  }

  /** The parameters; an empty object where there are none, which then becomes part of it. */
  static ObjectNode params(ObjectNode message) {
    return object(message, "params");
  }

  /** A member that is an object; an empty one where it is none, which then becomes part of it. */
  static ObjectNode object(ObjectNode of, String member) {
    return of.get(member) instanceof ObjectNode object ? object : of.putObject(member);
  }

  static ObjectNode request(String id, String method) {
    return object().put("id", id).put("method", method);
  }

  /** The response to a request; {@code result} becomes part of it. */
  static ObjectNode response(ObjectNode request, ObjectNode result) {
    ObjectNode response = answering(request);
    response.set("result", result);
    return response;
  }

  static ObjectNode error(ObjectNode request, int code, String message) {
    ObjectNode response = answering(request);
    response.putObject("error").put("code", code).put("message", message);
    return response;
  }

  /** The result of a tool that failed, as a model reads it. */
  static ObjectNode failedTool(ObjectNode request, String text) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return response(request, result.put("isError", true));
  }

  private static ObjectNode answering(ObjectNode request) {
    ObjectNode response = object();
    response.set("id", request.path("id"));
    return response;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
  }
}

package dev.countersign.gateway.proxy;

import dev.countersign.gateway.config.Protocol;
import dev.countersign.gateway.upstream.UpstreamFailed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a client gets no answer of a model. It tells nothing that would help to get past a gate: no
 * thresholds, no scores, no reasons.
 *
 * @param status of HTTP
 * @param code a stable word
 * @param outcome the word in the log
 * @param message a sentence for whoever wrote the client
 */
public record Refusal(int status, String code, String outcome, String message) {
  /** The code of JSON-RPC for what a server says by itself. */
  private static final int JSON_RPC = -32_000;

  public static final Refusal INPUT =
      new Refusal(422, "input_rejected", "rejected", "The input was rejected by policy.");
  public static final Refusal OUTPUT =
      new Refusal(422, "answer_withheld", "withheld", "The answer was withheld by policy.");
  public static final Refusal CALL =
      new Refusal(422, "tool_call_denied", "withheld", "A tool call was denied by policy.");
  public static final Refusal NOT_FOUND =
      new Refusal(404, "not_found", "refused", "There is nothing here.");
  public static final Refusal NO_MODEL =
      new Refusal(404, "model_not_found", "refused", "No such model is served here.");
  public static final Refusal NOT_READY =
      new Refusal(503, "not_ready", "unavailable", "The model is not ready.");
  public static final Refusal BUSY =
      new Refusal(503, "busy", "unavailable", "Too many requests at once; try again later.");
  public static final Refusal TOO_LARGE =
      new Refusal(413, "too_large", "refused", "The request is too large.");
  public static final Refusal NOT_JSON =
      new Refusal(415, "not_json", "refused", "Send application/json, without Content-Encoding.");
  public static final Refusal TOO_SLOW =
      new Refusal(408, "too_slow", "refused", "The request took too long to arrive.");
  public static final Refusal NO_METHOD =
      new Refusal(501, "no_such_method", "refused", "No such method is served here.");
  public static final Refusal VERSION =
      new Refusal(505, "http_version", "refused", "Use HTTP/1.1.");
  public static final Refusal UNREADABLE =
      new Refusal(502, "answer_unreadable", "failed", "The model's answer could not be checked.");
  public static final Refusal BUG =
      new Refusal(500, "internal_error", "failed", "The gateway failed.");

  /** A server behind failed. */
  public static Refusal failed(UpstreamFailed failed) {
    return new Refusal(
        failed.status(), failed.code(), "failed", String.valueOf(failed.getMessage()));
  }

  /** The request cannot be read; the message says why. */
  public static Refusal malformed(String message) {
    return new Refusal(400, "malformed", "refused", message);
  }

  /** The body of the answer, as clients of the protocol read it. */
  ObjectNode body(Protocol protocol, String id) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (protocol == Protocol.MCP) {
      body.put("jsonrpc", "2.0");
      ObjectNode error = body.putObject("error").put("code", JSON_RPC).put("message", message);
      error.putObject("data").put("code", code).put("id", id);
      return body;
    }
    if (protocol == Protocol.OIP_V2) {
      return body.put("error", message).put("code", code).put("id", id);
    }
    body.putObject("error")
        .put("message", message)
        .put("type", status / 100 == 5 ? "server_error" : "invalid_request_error")
        .put("code", code)
        .put("id", id);
    return body;
  }
}

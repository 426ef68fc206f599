package dev.countersign.gateway.log;

import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.config.LogConfig;
import dev.countersign.gateway.config.LogConfig.Content;
import dev.countersign.gateway.telemetry.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request and what became of it; {@code docs/schema/inference-log-1.schema.json} describes its
 * line.
 *
 * @param at when the request came
 * @param id of the request
 * @param system that the configuration names
 * @param upstream that was asked, by name
 * @param model that was asked for, as the client wrote it
 * @param client who asked; hashed unless the content is logged in full
 * @param session of MCP that it belongs to; always hashed, because who has it may use it
 * @param protocol for example {@code oip-v2}
 * @param operation for example {@code infer}
 * @param status of HTTP that the client got
 * @param outcome in a word: {@code served}, {@code rejected}, {@code withheld}, {@code failed} …
 * @param nanos from the headers of the request to the end of the answer
 * @param input what was sent
 * @param output what was answered
 * @param inference what a predictive model was asked and said, in numbers
 * @param tokens that the model counted
 * @param tools that the model called in its answer, by name; at most {@value #MOST_TOOLS}
 * @param gates what the gates said
 * @param trace that the request belongs to, where it is traced
 */
public record InferenceEvent(
    Instant at,
    String id,
    String system,
    String upstream,
    String model,
    Optional<String> client,
    Optional<String> session,
    String protocol,
    String operation,
    int status,
    String outcome,
    long nanos,
    Optional<Payload> input,
    Optional<Payload> output,
    Inference inference,
    Tokens tokens,
    List<String> tools,
    List<Finding> gates,
    Optional<Trace.Ids> trace) {
  /** So many tools a line names. */
  public static final int MOST_TOOLS = 32;

  /** So many characters of a tool's name a line holds; the model wrote it. */
  private static final int MOST_NAME = 128;

  private static final double MICROS = 1e3;
  private static final double MILLIS = 1e3;

  public InferenceEvent {
    gates = List.copyOf(gates);
    tools = tools.stream().limit(MOST_TOOLS).map(InferenceEvent::cut).toList();
  }

  /** What a language model counted, as its server says. */
  public record Tokens(OptionalLong input, OptionalLong output) {
    /** Nothing is known. */
    public static final Tokens NONE = new Tokens(OptionalLong.empty(), OptionalLong.empty());
  }

  /** How many bytes of bodies and tensors it holds, about. */
  public long keptBytes() {
    return (long) input.map(sent -> sent.kept().length).orElse(0)
        + output.map(said -> said.kept().length).orElse(0)
        + inference.keptBytes();
  }

  /**
   * The line's JSON.
   *
   * @param how much of what was sent and answered
   * @param keyed hashes
   */
  ObjectNode json(LogConfig how, KeyedHash keyed) {
    Content content = how.content();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("v", 1).put("time", at.toString()).put("id", id);
    trace.ifPresent(ids -> line.put("trace_id", ids.trace()).put("span_id", ids.span()));
    putIfThere(line, "system", system);
    line.put("upstream", upstream);
    putIfThere(line, "model", model);
    client.ifPresent(who -> line.put("client", content == Content.FULL ? who : keyed.of(who)));
    session.ifPresent(one -> line.put("session", keyed.of(one)));
    line.put("protocol", protocol).put("operation", operation);
    line.put("status", status).put("outcome", outcome);
    line.put("ms", Math.round(nanos / MICROS) / MILLIS);
    input.ifPresent(sent -> sent.write(line.putObject("input"), content, keyed));
    output.ifPresent(said -> said.write(line.putObject("output"), content, keyed));
    inference.write(line, how.features(), keyed);
    tokens.input().ifPresent(count -> line.put("tokens_in", count));
    tokens.output().ifPresent(count -> line.put("tokens_out", count));
    if (!tools.isEmpty()) {
      ArrayNode called = line.putArray("tools");
      tools.forEach(called::add);
    }
    if (!gates.isEmpty()) {
      ArrayNode said = line.putArray("gates");
      gates.forEach(finding -> write(finding, said.addObject()));
    }
    return line;
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(MOST_NAME, name.length()));
  }

  private static void putIfThere(ObjectNode line, String key, String value) {
    if (!value.isEmpty()) {
      line.put(key, value);
    }
  }

  private static void write(Finding finding, ObjectNode json) {
    json.put("gate", finding.gate().word()).put("decision", finding.decision().word());
    finding.pValue().ifPresent(p -> json.put("p", p));
    if (!finding.reasons().isEmpty()) {
      ArrayNode reasons = json.putArray("reasons");
      finding.reasons().forEach(reasons::add);
    }
  }
}

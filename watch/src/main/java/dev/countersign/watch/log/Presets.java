package dev.countersign.watch.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Mappings of logs that many have; {@code docs/watch-mapping.md} says what was looked at. */
public final class Presets {
  /** Request and answer side by side, as the Open Inference Protocol and proxies write them. */
  private static final Map<String, List<String>> TRITON =
      Map.ofEntries(
          Map.entry("time", List.of("/time", "/timestamp", "/start_time")),
          Map.entry("id", List.of("/id", "/request/id", "/request_id")),
          Map.entry("model", List.of("/model_name", "/response/model_name", "/model")),
          Map.entry("client", List.of("/client", "/user", "/remote_address")),
          Map.entry("operation", List.of("=infer")),
          Map.entry("status", List.of("/status")),
          Map.entry("ms", List.of("/ms", "/duration_ms")),
          Map.entry("features", List.of("/inputs", "/request/inputs")),
          Map.entry("outputs", List.of("/outputs", "/response/outputs")));

  /** CloudEvents of KServe's inference logger, in JSON's structured mode. */
  private static final Map<String, List<String>> KSERVE =
      Map.ofEntries(
          Map.entry("time", List.of("/time")),
          Map.entry("id", List.of("/id")),
          Map.entry("system", List.of("/namespace")),
          Map.entry("model", List.of("/inferenceservicename")),
          Map.entry("client", List.of("/client", "/user")),
          Map.entry("source", List.of("/component")),
          Map.entry("operation", List.of("=infer")),
          Map.entry("features", List.of("/data/instances", "/data/inputs")),
          Map.entry("text", List.of("/data/messages", "/data/prompt")),
          Map.entry("outputs", List.of("/response/predictions", "/response/outputs")));

  /** LiteLLM's StandardLoggingPayload, and bodies of OpenAI's API with their answers. */
  private static final Map<String, List<String>> OPENAI =
      Map.ofEntries(
          Map.entry(
              "time",
              List.of("/startTime", "/time", "/timestamp", "/created", "/response/created")),
          Map.entry("end", List.of("/endTime")),
          Map.entry("id", List.of("/id", "/response/id")),
          Map.entry("session", List.of("/trace_id", "/session_id")),
          Map.entry("model", List.of("/model", "/request/model", "/response/model")),
          Map.entry(
              "client",
              List.of(
                  "/end_user",
                  "/metadata/user_api_key_hash",
                  "/user",
                  "/request/user",
                  "/request/safety_identifier",
                  "/client")),
          Map.entry("operation", List.of("/call_type", "/operation", "=chat")),
          Map.entry("outcome", List.of("/outcome")),
          Map.entry("status", List.of("/status_code", "/http_status")),
          Map.entry(
              "tokens-in",
              List.of("/prompt_tokens", "/usage/prompt_tokens", "/response/usage/prompt_tokens")),
          Map.entry(
              "tokens-out",
              List.of(
                  "/completion_tokens",
                  "/usage/completion_tokens",
                  "/response/usage/completion_tokens")),
          Map.entry(
              "text",
              List.of("/messages", "/request/messages", "/request/input", "/input", "/prompt")),
          Map.entry(
              "tools",
              List.of("/response/choices/0/message/tool_calls", "/choices/0/message/tool_calls")));

  /** Spans with the semantic conventions of OpenTelemetry for generative AI. */
  private static final Map<String, List<String>> GEN_AI =
      Map.ofEntries(
          Map.entry("time", List.of("/start_unix_nano")),
          Map.entry("end", List.of("/end_unix_nano")),
          Map.entry("id", List.of("/span_id")),
          Map.entry("system", List.of("/resource/service.name")),
          Map.entry(
              "model",
              List.of("/attributes/gen_ai.request.model", "/attributes/gen_ai.response.model")),
          Map.entry(
              "client",
              List.of("/attributes/enduser.id", "/attributes/user.id", "/resource/service.name")),
          Map.entry(
              "session",
              List.of(
                  "/attributes/gen_ai.conversation.id",
                  "/attributes/spring.ai.chat.client.conversation.id",
                  "/attributes/session.id",
                  "/trace_id")),
          Map.entry("operation", List.of("/attributes/gen_ai.operation.name")),
          Map.entry("tokens-in", List.of("/attributes/gen_ai.usage.input_tokens")),
          Map.entry("tokens-out", List.of("/attributes/gen_ai.usage.output_tokens")),
          Map.entry(
              "text", List.of("/attributes/gen_ai.input.messages", "/attributes/gen_ai.prompt")),
          Map.entry("tools", List.of("/attributes/gen_ai.tool.name")));

  /** The fields of Istio's JSON access log, which is Envoy's. */
  private static final Map<String, List<String>> ENVOY =
      Map.ofEntries(
          Map.entry("time", List.of("/start_time")),
          Map.entry("id", List.of("/request_id")),
          Map.entry("system", List.of("/authority")),
          Map.entry("model", List.of("/path")),
          Map.entry("client", List.of("/x_forwarded_for", "/downstream_remote_address")),
          Map.entry("operation", List.of("/method")),
          Map.entry("status", List.of("/response_code")),
          Map.entry("ms", List.of("/duration")),
          Map.entry("bytes-in", List.of("/bytes_received")),
          Map.entry("bytes-out", List.of("/bytes_sent")));

  private static final String[] CALLS = {
    "chat", "text_completion", "generate_content", "embeddings", "execute_tool"
  };

  private static final Map<String, Mapping> ALL = all();

  private Presets() {}

  private static Map<String, Mapping> all() {
    Map<String, Mapping> all = new TreeMap<>();
    all.put("envoy", Mapping.of(ENVOY));
    all.put("kserve", only(KSERVE, "/type", "org.kubeflow.serving.inference.request"));
    all.put("langchain4j", only(GEN_AI, "/attributes/gen_ai.operation.name", CALLS));
    all.put("openai", Mapping.of(OPENAI));
    all.put("spring-ai", only(GEN_AI, "/attributes/gen_ai.operation.name", CALLS));
    all.put("triton", Mapping.of(TRITON));
    return all;
  }

  private static Mapping only(Map<String, List<String>> places, String pointer, String... texts) {
    return Mapping.of(places)
        .under(new Mapping(Map.of(), List.of(), Map.of(Mapping.pointer(pointer), List.of(texts))));
  }

  /** The one of this name. */
  public static Optional<Mapping> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** Their names, sorted. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }
}

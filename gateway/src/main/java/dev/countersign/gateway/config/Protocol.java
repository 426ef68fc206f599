package dev.countersign.gateway.config;

import java.util.List;
import java.util.stream.Stream;

/** What a server behind the gateway speaks. */
public enum Protocol {
  /** The Open Inference Protocol, version 2, over HTTP: KServe, Triton, Seldon's MLServer. */
  OIP_V2("oip-v2"),
  /** OpenAI's: chat completions, responses, embeddings. */
  OPENAI("openai"),
  /** The Model Context Protocol, over Streamable HTTP: a server of tools. */
  MCP("mcp");

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  /** The word in YAML and in the log. */
  public String word() {
    return word;
  }

  /** All words. */
  public static List<String> words() {
    return Stream.of(values()).map(Protocol::word).toList();
  }

  static Protocol of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst().orElseThrow();
  }
}

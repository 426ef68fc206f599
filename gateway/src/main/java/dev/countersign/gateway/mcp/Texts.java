package dev.countersign.gateway.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The texts in what a server says, as far as models may read them. */
final class Texts {
  /** Images, sounds and files, in Base64. */
  private static final Set<String> ENCODED = Set.of("blob", "data");

  private Texts() {}

  /** All texts, the names of members among them; they are no deeper than the reader allows. */
  static List<String> in(JsonNode node) {
    List<String> texts = new ArrayList<>();
    collect(node, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.asString());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean encoded = ENCODED.contains(member.getKey()) && member.getValue().isString();
      if (!encoded && !member.getKey().equals("_meta")) {
        texts.add(member.getKey());
        collect(member.getValue(), texts);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, texts));
    }
  }

  /**
   * What the result of a tool says, part by part: structure stays together, so that the fields of a
   * record keep their labels.
   */
  static List<String> ofResult(JsonNode result) {
    List<String> texts = new ArrayList<>();
    for (JsonNode part : result.path("content")) {
      switch (part.path("type").asString("")) {
        case "text" -> texts.add(part.path("text").asString(""));
        case "image", "audio" -> texts.add("");
        default -> texts.addAll(in(part));
      }
    }
    if (result.has("structuredContent")) {
      texts.add(result.path("structuredContent").toString());
    }
    return texts;
  }
}

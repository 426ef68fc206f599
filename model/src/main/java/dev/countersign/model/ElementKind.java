package dev.countersign.model;

import java.util.Locale;

/** The kinds of element that a system is made of, in the order in which reports list them. */
public enum ElementKind {
  ACTOR("actors"),
  ZONE("zones"),
  DATASET("datasets"),
  MODEL("models"),
  COMPONENT("components"),
  CHANNEL("channels"),
  PROMPT("prompts"),
  CORPUS("corpora"),
  MEMORY("memories"),
  TOOL("tools"),
  MCP_SERVER("mcp-servers"),
  STORE("stores"),
  OUTPUT("outputs"),
  DECISION("decisions"),
  FLOW("flows"),
  FEEDBACK_LOOP("feedback-loops");

  private final String section;

  ElementKind(String section) {
    this.section = section;
  }

  /** The top-level key in {@code countersign.yaml} whose entries are of this kind. */
  public String section() {
    return section;
  }

  /** The word for one element of this kind, for example {@code mcp-server}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of the CEL variable that a rule on this kind sees, for example {@code mcp_server}. */
  public String variable() {
    return name().toLowerCase(Locale.ROOT);
  }
}

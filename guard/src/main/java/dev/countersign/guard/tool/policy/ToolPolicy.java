package dev.countersign.guard.tool.policy;

import java.util.Map;

/**
 * What a tool gate decides by.
 *
 * @param undescribed what holds for tools that it does not name
 * @param asked whether the user's request must speak of what a call does; of all tools at once
 * @param unpointed what becomes of a critical value from content of a kind that the user's request
 *     does not speak of, such as mail in a request that is about no mail
 * @param tools by name
 * @param pins what definitions of tools were looked at, by name: the SHA-256 of each in
 *     hexadecimal, as {@code docs/gateway.md} defines it; a tool whose definition is another is not
 *     offered
 */
public record ToolPolicy(
    Undescribed undescribed,
    boolean asked,
    Unpointed unpointed,
    Map<String, ToolRule> tools,
    Map<String, String> pins) {
  /** What holds for tools that a policy does not name. */
  public enum Undescribed {
    /** The rule that {@link Guess} makes of the names of the tool and its arguments. */
    GUESS,
    /** They are not called. */
    DENY
  }

  /** What becomes of values from content that the user did not point to. */
  public enum Unpointed {
    /** A person is asked, as about other content. */
    ASK,
    /** They are denied: a person who endorses everything cannot let them through. */
    DENY
  }

  public ToolPolicy {
    tools = Map.copyOf(tools);
    pins = Map.copyOf(pins);
  }

  /** Without pins. */
  public ToolPolicy(
      Undescribed undescribed, boolean asked, Unpointed unpointed, Map<String, ToolRule> tools) {
    this(undescribed, asked, unpointed, tools, Map.of());
  }

  /** The policy of whoever has described nothing. */
  public static ToolPolicy guessed() {
    return new ToolPolicy(Undescribed.GUESS, true, Unpointed.ASK, Map.of());
  }
}

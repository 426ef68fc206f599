package dev.countersign.guard.tool.policy;

import java.util.Map;

/**
 * What a tool gate decides by.
 *
 * @param undescribed what holds for tools that it does not name
 * @param asked whether the user's request must speak of what a call does; of all tools at once
 * @param tools by name
 */
public record ToolPolicy(Undescribed undescribed, boolean asked, Map<String, ToolRule> tools) {
  /** What holds for tools that a policy does not name. */
  public enum Undescribed {
    /** The rule that {@link Guess} makes of the names of the tool and its arguments. */
    GUESS,
    /** They are not called. */
    DENY
  }

  public ToolPolicy {
    tools = Map.copyOf(tools);
  }

  /** The policy of whoever has described nothing. */
  public static ToolPolicy guessed() {
    return new ToolPolicy(Undescribed.GUESS, true, Map.of());
  }
}

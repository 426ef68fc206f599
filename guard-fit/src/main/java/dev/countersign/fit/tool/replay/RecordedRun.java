package dev.countersign.fit.tool.replay;

import dev.countersign.guard.tool.ToolCall;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run of an agent that somebody recorded.
 *
 * @param name of the run: what its line says of itself, otherwise file and line
 * @param steps what happened, in order
 * @param line all that the line says
 */
public record RecordedRun(String name, List<Step> steps, ObjectNode line) {
  public RecordedRun {
    steps = List.copyOf(steps);
  }

  /** Something that happened in a run. */
  public sealed interface Step {
    /** The system prompt. */
    record System(String text) implements Step {}

    /** What the user said. */
    record User(String text) implements Step {}

    /** A call that the model wanted to make. */
    record Call(ToolCall call) implements Step {}

    /** What a call returned. */
    record Result(ToolCall call, String output) implements Step {}
  }
}

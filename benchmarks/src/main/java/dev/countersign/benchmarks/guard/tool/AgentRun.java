package dev.countersign.benchmarks.guard.tool;

import dev.countersign.fit.tool.replay.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A run as AgentDojo and AgentDyn record it.
 *
 * @param run what happened
 * @param pipeline the model and its harness
 * @param task of the user
 * @param injection the attacker's goal; empty where nobody attacked
 * @param injected the texts that the attacker placed
 * @param utility whether the user's task was done
 * @param success whether the attack was
 */
record AgentRun(
    RecordedRun run,
    String pipeline,
    String task,
    Optional<String> injection,
    List<String> injected,
    boolean utility,
    boolean success) {
  AgentRun {
    injected = List.copyOf(injected);
  }

  static AgentRun of(RecordedRun run) {
    JsonNode line = run.line();
    List<String> injected = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : line.path("injections").properties()) {
      injected.add(one.getValue().asString(""));
    }
    Optional<String> injection = line.path("injection_task_id").asStringOpt();
    return new AgentRun(
        run,
        line.path("pipeline_name").asString("?"),
        line.path("user_task_id").asString("?"),
        injection,
        injected,
        line.path("utility").asBoolean(false),
        injection.isPresent() && line.path("security").asBoolean(false));
  }

  boolean attacked() {
    return injection.isPresent();
  }

  /** Whether the task is one of the user's, and not an attacker's goal that is tried as one. */
  boolean isUserTask() {
    return task.startsWith("user_task");
  }
}

package dev.countersign.gateway.config;

import dev.countersign.guard.Gate;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a gate besides its file.
 *
 * @param key in YAML
 * @param words that it may have; empty for any text
 */
record GateOptions(String key, List<String> words) {
  private static final GateOptions ACTION = new GateOptions("action", List.of("flag", "reject"));
  private static final GateOptions ASK = new GateOptions("ask", List.of("reject", "flag"));
  private static final GateOptions ASK_OF_TOOLS =
      new GateOptions("ask", List.of("reject", "flag", "elicit"));
  private static final GateOptions DESTINATION = new GateOptions("destination", List.of());

  /**
   * Those of a gate.
   *
   * @param tools whether it stands around a server of tools, whose clients can be asked
   */
  static List<GateOptions> of(Gate gate, boolean tools) {
    return switch (gate) {
      case INPUT, PROMPT -> List.of(ACTION);
      case OUTPUT -> List.of(ACTION, DESTINATION);
      case TOOL -> List.of(ACTION, tools ? ASK_OF_TOOLS : ASK);
    };
  }

  /** Whether a gate needs no file of its own. */
  static boolean hasStandard(Gate gate) {
    return gate == Gate.PROMPT || gate == Gate.OUTPUT;
  }

  Optional<String> read(MapReader map, Problems problems) {
    return words.isEmpty() ? map.text(key) : map.word(key, words);
  }
}

package dev.countersign.bom.gather;

import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.List;
import java.util.TreeSet;

/** How data moves through a system, as far as its elements state it. */
final class Flows {
  /** Keys whose elements send something to the one that names them. */
  private static final List<String> FROM =
      List.of(
          "callers",
          "reads",
          "retrieves",
          "remembers",
          "prompts",
          "writers",
          "trained-on",
          "derived-from",
          "content-from",
          "of");

  /** Keys whose elements get something from the one that names them. */
  private static final List<String> TO = List.of("consumers", "readers", "uses", "runs");

  private Flows() {}

  /** Each as {@code from → to}, sorted. */
  static List<String> of(SystemModel system) {
    TreeSet<String> flows = new TreeSet<>();
    for (Element element : system.elements().values()) {
      for (String key : FROM) {
        element.refs(key).forEach(from -> flows.add(arrow(from, element.id())));
      }
      for (String key : TO) {
        element.refs(key).forEach(to -> flows.add(arrow(element.id(), to)));
      }
      for (String from : element.refs("from")) {
        element.refs("to").forEach(to -> flows.add(arrow(from, to)));
        element.refs("into").forEach(to -> flows.add(arrow(from, to)));
      }
    }
    return List.copyOf(flows);
  }

  private static String arrow(String from, String to) {
    return from + " → " + to;
  }
}

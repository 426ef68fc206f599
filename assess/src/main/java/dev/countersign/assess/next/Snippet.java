package dev.countersign.assess.next;

import java.util.List;

/**
 * Lines to add to a {@code countersign.yaml}.
 *
 * @param section the top-level key that they belong under
 * @param entries each one line, in flow style where it holds a map
 */
public record Snippet(String section, List<String> entries) {
  public Snippet {
    entries = List.copyOf(entries);
  }

  /** The lines as YAML. */
  public String yaml() {
    return section + ":\n  " + String.join("\n  ", entries) + "\n";
  }
}

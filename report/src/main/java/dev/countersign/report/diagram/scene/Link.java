package dev.countersign.report.diagram.scene;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A line of a diagram: everything that flows between two nodes, in one direction or in both.
 *
 * @param from id of the node where it starts
 * @param to id of the node where it ends
 * @param there what flows from the first to the second
 * @param back what flows from the second to the first
 * @param rises whether trust rises along any of it
 * @param unanswered threats on it that are open or unproven
 * @param step its number on the highlighted path
 * @param emphasis how much it asks to be seen
 */
public record Link(
    String from,
    String to,
    List<String> there,
    List<String> back,
    boolean rises,
    long unanswered,
    OptionalInt step,
    Emphasis emphasis) {
  /** More words than these make a label longer than the line it stands on. */
  private static final int WORDS = 3;

  public Link {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  /** What stands on the line. */
  public String label() {
    List<String> verbs = Stream.concat(there.stream(), back.stream()).distinct().toList();
    String badge = unanswered == 0 ? "" : " \u00b7 " + unanswered + " open";
    return verbs.size() <= WORDS
        ? String.join(", ", verbs) + badge
        : String.join(", ", verbs.subList(0, WORDS - 1))
            + ", "
            + (verbs.size() - WORDS + 1)
            + " more"
            + badge;
  }

  /** Whether something flows both ways. */
  public boolean bothWays() {
    return !back.isEmpty() && !there.isEmpty();
  }
}

package dev.countersign.report.full;

import dev.countersign.report.diagram.Diagram;
import java.util.Optional;

/**
 * The diagram of a system.
 *
 * @param svg for inlining; empty where there is nothing to draw
 */
public record DiagramView(Optional<String> svg) {
  /** Beside {@code anyone}, who is always there. */
  private static final int SOMETHING = 2;

  static DiagramView of(Page page) {
    return page.assessment().system().elements().size() < SOMETHING
        ? new DiagramView(Optional.empty())
        : new DiagramView(
            Optional.of(
                page.print() ? Diagram.print(page.report()) : Diagram.svg(page.report())));
  }
}

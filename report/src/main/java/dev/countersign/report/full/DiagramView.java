package dev.countersign.report.full;

import dev.countersign.report.diagram.Diagram;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The diagram of a system.
 *
 * @param svg for inlining; empty where there is nothing to draw
 * @param page the named page that it is printed on; empty for that of the text
 * @param size its size on paper or its full width on a screen, as a style
 */
public record DiagramView(Optional<String> svg, String page, String size) {
  /** Beside {@code anyone}, who is always there. */
  private static final int SOMETHING = 2;

  private static final Pattern SIZE =
      Pattern.compile("<svg[^>]* width=\"([0-9.]+)\" height=\"([0-9.]+)\"");

  static DiagramView of(Page page) {
    if (page.assessment().system().elements().size() < SOMETHING) {
      return new DiagramView(Optional.empty(), "", "");
    }
    return page.print() ? printed(Diagram.print(page.report())) : shown(Diagram.svg(page.report()));
  }

  private static DiagramView shown(String svg) {
    return new DiagramView(Optional.of(svg), "", "--wide: " + size(svg).group(1) + "px");
  }

  private static DiagramView printed(String svg) {
    Matcher size = size(svg);
    double width = Double.parseDouble(size.group(1));
    double height = Double.parseDouble(size.group(2));
    Sheet sheet = Sheet.of(width, height);
    return new DiagramView(Optional.of(svg), sheet.page(), sheet.style(width, height));
  }

  private static Matcher size(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.lookingAt()) {
      throw new IllegalStateException("a diagram without a size");
    }
    return size;
  }
}

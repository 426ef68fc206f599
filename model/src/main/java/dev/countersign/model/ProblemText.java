package dev.countersign.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Renders problems as plain text for people: place and message, the line with a caret under what is
 * wrong, what was expected, what to do next. At most {@value #WIDTH} columns wide wherever text can
 * be wrapped; nothing of the file reaches the terminal unescaped.
 *
 * <pre>
 * countersign.yaml:12:5  unknown key 'writer'
 *    12 |     writer: [cardholder]
 *       |     ^^^^^^
 *       expected  one of origin, writers, labels
 *       next      Did you mean 'writers'?
 * </pre>
 */
public final class ProblemText {
  private static final int WIDTH = 100;
  private static final int NUMBER = 5;
  private static final String MARGIN = " ".repeat(NUMBER + 1);
  private static final String LABELLED = " ".repeat(MARGIN.length() + "expected  ".length());

  private ProblemText() {}

  /** One problem, each line with its end. */
  public static String render(Problem problem) {
    StringBuilder out = new StringBuilder();
    out.append(SafeText.of(problem.place().toString())).append("  ");
    out.append(SafeText.of(problem.message())).append('\n');
    problem.source().ifPresent(line -> source(out, problem, line));
    problem.expected().ifPresent(expected -> labelled(out, "expected", expected));
    labelled(out, "next", problem.next());
    return out.toString();
  }

  /** Problems one after the other, with an empty line between two. */
  public static String render(List<Problem> problems) {
    List<String> blocks = new ArrayList<>();
    for (Problem problem : problems) {
      blocks.add(render(problem));
    }
    return String.join("\n", blocks);
  }

  private static void source(StringBuilder out, Problem problem, String line) {
    Place place = problem.place();
    String number = Integer.toString(place.line());
    String gutter = " ".repeat(Math.max(0, NUMBER - number.length()));
    int width = WIDTH - gutter.length() - number.length() - " | ".length();
    SourceWindow window = SourceWindow.of(line, place.column(), problem.length(), width);
    out.append(gutter).append(number).append(" | ").append(window.text()).append('\n');
    out.append(" ".repeat(gutter.length() + number.length())).append(" | ");
    out.append(" ".repeat(window.before())).append("^".repeat(window.carets())).append('\n');
  }

  private static void labelled(StringBuilder out, String label, String text) {
    out.append(MARGIN).append(label).append(" ".repeat("expected  ".length() - label.length()));
    int column = LABELLED.length();
    boolean first = true;
    for (String word : SafeText.of(text).split(" ", -1)) {
      int width = SafeText.width(word);
      if (!first && column + 1 + width > WIDTH) {
        out.append('\n').append(LABELLED);
        column = LABELLED.length();
        first = true;
      }
      out.append(first ? "" : " ").append(word);
      column += width + (first ? 0 : 1);
      first = false;
    }
    out.append('\n');
  }
}

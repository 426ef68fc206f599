package dev.countersign.guard.output.markup;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DestinationPolicy;

/**
 * Markdown in stretches: blocks as CommonMark 0.31 has them, so that what is code is known as code,
 * and what renderers disagree on counts as what is worse.
 */
public final class MarkdownFlow implements Flow {
  private final DestinationPolicy policy;
  private final References references = new References();
  private Block block = Block.START;

  /** For one text. */
  public MarkdownFlow(DestinationPolicy policy) {
    this.policy = policy;
  }

  @Override
  public boolean open(String text, int from, int to, boolean last, Findings out) {
    Inline inline = new Inline(text, policy, references, out);
    Block now = block;
    int paragraph = from;
    int i = from;
    while (i < to) {
      int newline = text.indexOf('\n', i);
      int end = newline < 0 || newline >= to ? to : newline;
      Line line = Line.of(text, i, end);
      Block next = next(now, line);
      boolean inactive = code(now, next, line);
      boolean breaks = inactive || line.empty() && !next.inHtml() || now.inHtml() != next.inHtml();
      if (breaks) {
        inline.region(paragraph, i, now.inHtml(), true);
        paragraph = inactive ? Math.min(end + 1, to) : i;
      }
      now = next;
      i = end + 1;
    }
    boolean closed = last || now.blank() || now.fence() != 0;
    if (paragraph < to && !inline.region(paragraph, to, now.inHtml(), closed)) {
      return true;
    }
    if (now.inHtml() && !now.html().isEmpty() && !last) {
      return true;
    }
    block = now;
    return false;
  }

  /** Whether a line is only shown. */
  private static boolean code(Block before, Block after, Line line) {
    boolean fenced = before.fence() != 0 && (after.fence() != 0 || line.closes(before));
    boolean opens = before.fence() == 0 && after.fence() != 0;
    return opens || fenced && !before.diagram() || indented(before, line);
  }

  private static boolean indented(Block before, Line line) {
    return before.fence() == 0
        && !before.inHtml()
        && before.blank()
        && before.list() == 0
        && line.indent() >= 4
        && !line.marker()
        && !line.empty();
  }

  private static Block next(Block now, Line line) {
    if (now.fence() != 0) {
      return inFence(now, line);
    }
    if (now.inHtml()) {
      boolean ends = now.html().isEmpty() ? line.empty() : line.contains(now.html());
      return ends ? now.empty() : now;
    }
    if (line.empty()) {
      return now.empty();
    }
    if (indented(now, line)) {
      return now.empty();
    }
    int list = line.marker() ? line.indent() : line.indent() == 0 && now.blank() ? 0 : now.list();
    int fence = line.fence();
    if (fence > 0 && (line.indent() <= Math.max(list, now.list()) + 3)) {
      return now.text(list)
          .fenced(
              line.text().charAt(line.start()),
              fence,
              Math.min(list, line.indent()),
              line.quotes(),
              line.diagram());
    }
    String html = line.html();
    boolean oneLine = !html.isEmpty() && !html.equals("-") && line.contains(html);
    return html.equals("-") || oneLine ? now.text(list) : now.text(list).html(html);
  }

  /** A fence ends with its sign, and where the quote or the item ends that it is in. */
  private static Block inFence(Block now, Line line) {
    boolean left = line.quotes() < now.quotes() || !line.empty() && line.indent() < now.indent();
    if (left) {
      return next(now.text(0), line);
    }
    return line.closes(now) ? now.empty() : now;
  }
}

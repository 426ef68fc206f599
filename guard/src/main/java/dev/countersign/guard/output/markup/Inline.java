package dev.countersign.guard.output.markup;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.List;

/**
 * The inline content of Markdown. Renderers do not agree how far code goes (to the end of a line,
 * of a cell, of a block, of a paragraph) and what is a tag; what is active in one reading counts.
 */
final class Inline {
  private final String text;
  private final AddressCheck addresses;
  private final References references;
  private final Findings out;

  Inline(String text, DestinationPolicy policy, References references, Findings out) {
    this.text = text;
    this.addresses = new AddressCheck(policy, out);
    this.references = references;
    this.out = out;
  }

  /**
   * Looks at a stretch between blocks.
   *
   * @param raw whether it is in a block of HTML, where nothing is code
   * @param closed whether nothing of it goes on behind its end
   * @return whether nothing is open at its end
   */
  boolean region(int from, int to, boolean raw, boolean closed) {
    boolean ticks = !raw && has('`', from, to);
    if (!ticks && idle(from, to)) {
      return true;
    }
    boolean nested = has('<', from, to) || ticks && has('(', from, to);
    boolean whole = true;
    for (Ticks one : ticks ? Ticks.readings(text, from, to) : List.of(Ticks.none())) {
      whole &= reading(from, to, raw, closed, one, true);
      whole &= !nested || reading(from, to, raw, closed, one, false);
    }
    return whole || closed;
  }

  private boolean reading(
      int from, int to, boolean raw, boolean closed, Ticks ticks, boolean skips) {
    return new InlineReading(text, from, to, raw, skips, ticks, addresses, references, out)
        .whole(closed);
  }

  /** Whether nothing that could be a link, a tag or an address starts here. */
  private boolean idle(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean active = c == '[' || c == '<' || c == ':' && text.startsWith("://", i);
      if (active || (c | 0x20) == 'w' && text.regionMatches(true, i, "www.", 0, 4)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(char c, int from, int to) {
    int at = text.indexOf(c, from);
    return at >= 0 && at < to;
  }

  /** How far code may go. */
  enum Extent {
    PARAGRAPH,
    BLOCK,
    LINE,
    CELL
  }
}

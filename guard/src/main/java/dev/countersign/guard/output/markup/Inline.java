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
    Signs signs = Signs.of(text, from, to);
    boolean ticks = !raw && signs.ticks();
    if (!ticks && !signs.active()) {
      return true;
    }
    boolean nested = signs.tags() || ticks && has('(', from, to);
    boolean whole = true;
    for (Ticks one : ticks ? Ticks.readings(text, from, to) : List.of(Ticks.none())) {
      whole &= reading(from, to, raw, closed, one, signs, true);
      whole &= !nested || reading(from, to, raw, closed, one, signs, false);
    }
    return whole || closed;
  }

  private boolean reading(
      int from, int to, boolean raw, boolean closed, Ticks ticks, Signs signs, boolean skips) {
    return new InlineReading(text, from, to, raw, skips, ticks, signs, addresses, references, out)
        .whole(closed);
  }

  private boolean has(char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** How far code may go. */
  enum Extent {
    PARAGRAPH,
    BLOCK,
    LINE,
    CELL
  }
}

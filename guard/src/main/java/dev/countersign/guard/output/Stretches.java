package dev.countersign.guard.output;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.markup.Flow;
import dev.countersign.guard.output.markup.HtmlFlow;
import dev.countersign.guard.output.markup.MarkdownFlow;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.value.LineCheck;
import dev.countersign.guard.output.value.TemplateCheck;
import java.util.Optional;

/**
 * Cuts a text that comes in parts where nothing is open: at the first end of a line behind {@value
 * #SHORTEST} characters, and otherwise behind twice as many as were tried.
 */
final class Stretches {
  static final int SHORTEST = 256;
  static final int LONGEST = 16_384;
  private static final int BEFORE = 128;

  /**
   * A part of the text between two cuts, after what stands before it.
   *
   * @param text with at most {@value Stretches#BEFORE} characters before it
   * @param from where it starts in that
   * @param shift what makes an offset in that one in the whole
   * @param findings what its markup, lines or expressions gave
   */
  record Stretch(String text, int from, int shift, Findings findings) {}

  private final Destination destination;
  private final Flow flow;

  /** What came of the text. */
  private CharSequence whole = "";

  /** Where the next stretch starts. */
  private int start;

  private int tried = SHORTEST;

  /** How far from the start there is no end of a line that was not tried. */
  private int searched;

  Stretches(Destination destination, DestinationPolicy policy) {
    this.destination = destination;
    this.flow = flow(destination, policy);
  }

  private static Flow flow(Destination destination, DestinationPolicy policy) {
    return switch (destination) {
      case HTML -> new HtmlFlow(policy);
      case MARKDOWN -> new MarkdownFlow(policy);
      case LOG, TERMINAL ->
          (text, from, to, last, out) -> {
            new LineCheck(text, from, to, destination == Destination.LOG, out).check();
            return false;
          };
      case TEMPLATE ->
          (text, from, to, last, out) -> {
            new TemplateCheck(text, from, to, out).check();
            return false;
          };
      default -> (text, from, to, last, out) -> false;
    };
  }

  /** How much of the whole was cut off. */
  int done() {
    return start;
  }

  /**
   * The next stretch, if one can be cut off yet.
   *
   * @param text what came, from its beginning
   * @param last whether nothing follows
   */
  Optional<Stretch> next(CharSequence text, boolean last) {
    whole = text;
    while (true) {
      int available = text.length() - start;
      int newline = newline(Math.min(available, LONGEST));
      if (newline >= 0) {
        Optional<Stretch> stretch = cut(newline + 1, false);
        if (stretch.isPresent()) {
          return stretch;
        }
        tried = 2 * (newline + 1);
      } else if (available >= LONGEST) {
        return tooLong();
      } else {
        return last && available > 0 ? cut(available, true) : Optional.empty();
      }
    }
  }

  private int newline(int end) {
    for (int i = Math.max(tried - 1, searched); i < end; i++) {
      if (whole.charAt(start + i) == '\n') {
        return i;
      }
    }
    searched = Math.max(searched, end);
    return -1;
  }

  private Optional<Stretch> cut(int length, boolean last) {
    int from = Math.min(start, BEFORE);
    String text = whole.subSequence(start - from, start + length).toString();
    Findings found = new Findings(start - from);
    boolean open =
        keyOpen(text, from) && !last || flow.open(text, from, text.length(), last, found);
    return open ? Optional.empty() : Optional.of(taken(text, from, length, found));
  }

  private Stretch taken(String text, int from, int length, Findings found) {
    Stretch stretch = new Stretch(text, from, start - from, found);
    start += length;
    tried = SHORTEST;
    searched = 0;
    return stretch;
  }

  /** A private key is known by several lines: what starts like one is looked at with them. */
  private static boolean keyOpen(String text, int from) {
    if (text.indexOf("-----BEGIN", from) < 0) {
      return false;
    }
    int begin = text.lastIndexOf("-----BEGIN");
    return begin >= from && text.length() - begin < 512 && text.indexOf("-----END", begin) < 0;
  }

  /** Nothing that is written for people goes on that long. */
  private Optional<Stretch> tooLong() {
    int length = blank();
    int from = Math.min(start, BEFORE);
    String text = whole.subSequence(start - from, start + length).toString();
    Findings found = new Findings(start - from);
    boolean open = flow.open(text, from, text.length(), false, new Findings(0));
    flow.open(text, from, text.length(), true, found);
    if (open || destination == Destination.MARKDOWN) {
      found.active(
          "gate.unclosed",
          from,
          text.length(),
          Decision.REJECT,
          "something that goes on for more than " + LONGEST + " characters",
          "what it is cannot be told before it ends");
    }
    return Optional.of(taken(text, from, length, found));
  }

  private int blank() {
    for (int i = LONGEST - 1; i > LONGEST - 512; i--) {
      boolean digits = Character.isDigit(whole.charAt(start + i - 1));
      if (whole.charAt(start + i) == ' ' && !digits) {
        return i + 1;
      }
    }
    return LONGEST;
  }
}

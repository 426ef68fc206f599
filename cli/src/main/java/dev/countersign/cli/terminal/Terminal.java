package dev.countersign.cli.terminal;

/**
 * What the reader's terminal can show.
 *
 * @param width columns that a line may take, from {@value #NARROWEST} to {@value #WIDEST}: longer
 *     lines are hard to read
 * @param colour whether ANSI colours may be written; they never carry meaning alone
 * @param unicode whether characters outside ASCII may be written
 */
public record Terminal(int width, boolean colour, boolean unicode) {
  /** Narrower terminals get lines of this width. */
  public static final int NARROWEST = 40;

  /** Wider terminals get lines of this width. */
  public static final int WIDEST = 120;

  /** Where nothing is known of the terminal. */
  public static final int USUAL = 100;

  public Terminal {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /** An arrow between the steps of a path. */
  public String arrow() {
    return unicode ? "→" : "->";
  }

  /** The mark in front of an item of a list. */
  public String bullet() {
    return unicode ? "•" : "-";
  }

  /** A horizontal line. */
  public String rule(int length) {
    return (unicode ? "─" : "-").repeat(length);
  }
}

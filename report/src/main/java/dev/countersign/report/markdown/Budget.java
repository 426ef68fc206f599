package dev.countersign.report.markdown;

/** Text that may not get longer than a number of characters. */
final class Budget {
  private final StringBuilder text = new StringBuilder();
  private final int most;

  Budget(int most) {
    this.most = most;
  }

  /** Whether so much more still fits. */
  boolean fits(int more) {
    return text.length() + more <= most;
  }

  /** Adds a whole block, or nothing of it where it does not fit. */
  boolean add(String block) {
    boolean fits = fits(block.length());
    if (fits) {
      text.append(block);
    }
    return fits;
  }

  int left() {
    return most - text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

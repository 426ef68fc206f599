package dev.countersign.report.onepage;

import java.util.ArrayList;
import java.util.List;

/**
 * How much may stand on the page. What goes first is what a reader misses least: later items of
 * lists before sentences, lower ranks before higher ones, and the size of the type before either.
 *
 * @param size of the type
 * @param vectors kinds of attack named for a stage; of a roomy page all
 * @param names assets and adversaries named for a stage
 * @param controls controls named for a stage
 * @param items open threats, plans and acceptances listed, of each
 * @param decisions decisions described
 * @param gains whether it says what attackers gain
 * @param purpose characters of the purpose
 * @param text characters of every other text that people wrote
 */
record Budget(
    Size size,
    int vectors,
    int names,
    int controls,
    int items,
    int decisions,
    boolean gains,
    int purpose,
    int text) {
  /** How large the type is. */
  enum Size {
    ROOMY,
    NORMAL,
    DENSE
  }

  private static final int MOST = 40;
  private static final Budget FULL =
      new Budget(Size.ROOMY, MOST, 5, MOST, MOST, MOST, true, 2000, 400);

  /** Everything that could ever stand on a page. */
  static Budget full() {
    return FULL;
  }

  /** From the most to the least; each gives no more than the one before it. */
  static List<Budget> ladder() {
    List<Budget> ladder = new ArrayList<>();
    ladder.add(FULL);
    ladder.add(FULL.in(Size.NORMAL));
    Budget dense = FULL.in(Size.DENSE);
    ladder.add(dense);
    ladder.add(dense.written(600, 200));
    Budget shorter = dense.named(8, 5, 9).written(600, 200);
    ladder.add(shorter);
    ladder.add(shorter.decided(6, true).written(500, 160));
    Budget brief = shorter.named(5, 4, 5).decided(4, true).written(400, 120);
    items(ladder, brief, MOST, 11);
    Budget fewer = brief.named(4, 3, 4).decided(3, true).written(300, 90);
    items(ladder, fewer, 10, 7);
    Budget terse = fewer.named(3, 2, 3).decided(2, false).written(240, 70);
    items(ladder, terse, 6, 4);
    Budget least = terse.named(2, 2, 2).decided(1, false).written(180, 50);
    items(ladder, least, 3, 1);
    ladder.add(least.named(1, 1, 1).listing(1).written(120, 40));
    return List.copyOf(ladder);
  }

  private static void items(List<Budget> ladder, Budget budget, int from, int to) {
    for (int items = from; items >= to; items--) {
      ladder.add(budget.listing(items));
    }
  }

  private Budget in(Size other) {
    return new Budget(other, vectors, names, controls, items, decisions, gains, purpose, text);
  }

  private Budget named(int fewerVectors, int fewerNames, int fewerControls) {
    return new Budget(
        size, fewerVectors, fewerNames, fewerControls, items, decisions, gains, purpose, text);
  }

  private Budget listing(int most) {
    return new Budget(size, vectors, names, controls, most, decisions, gains, purpose, text);
  }

  private Budget decided(int fewer, boolean withGains) {
    return new Budget(size, vectors, names, controls, items, fewer, withGains, purpose, text);
  }

  private Budget written(int purposeChars, int textChars) {
    return new Budget(
        size, vectors, names, controls, items, decisions, gains, purposeChars, textChars);
  }
}

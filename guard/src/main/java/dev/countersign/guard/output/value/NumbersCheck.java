package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.NumberRange;

/** Numbers that a predictive model gave, between blanks, commas or in an array of JSON. */
final class NumbersCheck {
  private final String text;
  private final NumberRange range;
  private final Findings out;
  private int count;
  private double sum;

  NumbersCheck(String text, NumberRange range, Findings out) {
    this.text = text;
    this.range = range;
    this.out = out;
  }

  void check() {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && " \t\r\n,;[]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end > i) {
        one(i, end);
      }
      i = end + 1;
    }
    if (count < range.least() || count > range.most()) {
      bad("numbers.count", 0, text.length(), count + " numbers");
    }
    if (!Double.isNaN(range.sum()) && !(Math.abs(sum - range.sum()) <= range.tolerance())) {
      bad("numbers.sum", 0, text.length(), "numbers whose sum is not " + range.sum());
    }
  }

  private void one(int start, int end) {
    double value = value(text.substring(start, end));
    count++;
    sum += value;
    if (!Double.isFinite(value)) {
      bad("numbers.finite", start, end, "no finite number");
      return;
    }
    if (value < range.min() || value > range.max()) {
      bad("numbers.range", start, end, "a number outside " + range.min() + " to " + range.max());
    }
    double steps = range.step() == 0 ? 0 : value / range.step();
    if (Math.abs(steps - Math.rint(steps)) > 1e-6) {
      bad("numbers.step", start, end, "a number that is no multiple of " + range.step());
    }
  }

  /** As JSON and CSV write it; Java's own forms (1.0f, 0x1p3) are none. */
  private static double value(String written) {
    boolean plain =
        written.length() <= 40
            && written.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
    try {
      return plain ? Double.parseDouble(written) : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private void bad(String rule, int start, int end, String what) {
    out.content(
        rule, start, end, Decision.REJECT, what, "no prediction of this model looks like that");
  }
}

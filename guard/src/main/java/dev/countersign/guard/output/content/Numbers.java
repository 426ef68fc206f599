package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.DestinationPolicy;

/** Numbers in groups: payment cards and identities, by all stretches of whole groups. */
final class Numbers {
  private static final int MOST_GROUPS = 12;
  private static final int SHORTEST = 9;
  private static final int LONGEST = 19;
  private static final int[] NONE = new int[0];

  private final String text;
  private final DestinationPolicy policy;
  private final Findings out;
  private int[] starts = NONE;
  private int[] ends = NONE;

  Numbers(String text, DestinationPolicy policy, Findings out) {
    this.text = text;
    this.policy = policy;
    this.out = out;
  }

  /**
   * Looks at a number that starts here.
   *
   * @return where its first twelve groups end
   */
  int at(int from, int to) {
    if (starts.length == 0) {
      starts = new int[MOST_GROUPS];
      ends = new int[MOST_GROUPS];
    }
    int groups = 0;
    int i = from;
    while (i < to && groups < MOST_GROUPS) {
      int end = i;
      while (end < to && Chars.digit(text.charAt(end))) {
        end++;
      }
      if (end == i) {
        break;
      }
      starts[groups] = i;
      ends[groups++] = end;
      boolean goesOn = end + 1 < to && " -./".indexOf(text.charAt(end)) >= 0;
      boolean second = end + 2 < to && " -".indexOf(Chars.at(text, end + 1)) >= 0;
      i = goesOn ? end + (second ? 2 : 1) : to;
    }
    stretches(groups);
    return Math.max(ends[Math.max(0, groups - 1)], from + 1);
  }

  private void stretches(int groups) {
    int first = 0;
    while (first < groups) {
      int last = longest(first, groups);
      first = last < 0 ? first + 1 : last + 1;
    }
  }

  private int longest(int first, int groups) {
    int length = 0;
    for (int last = first; last < groups; last++) {
      length += ends[last] - starts[last];
      if (length > LONGEST) {
        return -1;
      }
      if (length >= SHORTEST && is(first, last)) {
        return last;
      }
    }
    return -1;
  }

  private String digits(int first, int last) {
    StringBuilder digits = new StringBuilder(LONGEST);
    for (int i = first; i <= last; i++) {
      digits.append(text, starts[i], ends[i]);
    }
    return digits.toString();
  }

  private boolean is(int first, int last) {
    int start = starts[first];
    int end = ends[last];
    char before = Chars.at(text, start - 1);
    char after = Chars.at(text, end);
    if (Chars.alnum(before) || Chars.alnum(after) || before == '_' || after == '_') {
      return false;
    }
    String digits = digits(first, last);
    if (card(digits, first, last)) {
      return add(
          DataClass.PAYMENT_CARD, "personal.card", "the number of a payment card", start, end);
    }
    int shape = shape(first, last);
    return NationalIds.name(digits, shape, text, start, end)
        .map(name -> add(DataClass.NATIONAL_ID, "personal.national-id", name, start, end))
        .orElse(false);
  }

  private boolean card(String digits, int first, int last) {
    int length = digits.length();
    if (length < 13 || !Cards.plausible(digits) || Cards.forTests(digits)) {
      return false;
    }
    boolean keyword =
        Chars.near(
            text,
            starts[first],
            ends[last],
            "card",
            "visa",
            "mastercard",
            "amex",
            "american express",
            "credit",
            "debit",
            "cvv",
            "cvc",
            "pan");
    boolean decimal =
        Chars.at(text, starts[first] - 1) == '.' && Chars.digit(Chars.at(text, starts[first] - 2));
    boolean usual = (first == last || grouped(first, last)) && !decimal;
    return keyword || usual && length >= 14 && length <= 16;
  }

  private boolean grouped(int first, int last) {
    int shape = shape(first, last);
    return shape == 4444 || shape == 465 || shape == 464 || shape == 4443;
  }

  /** The lengths of the groups as digits: 324 for {@code 536-22-8726}; 0 for longer groups. */
  private int shape(int first, int last) {
    int shape = 0;
    for (int i = first; i <= last; i++) {
      int length = ends[i] - starts[i];
      if (length > 9 || i - first > 8) {
        return 0;
      }
      shape = shape * 10 + length;
    }
    return shape;
  }

  private boolean add(DataClass dataClass, String rule, String what, int start, int end) {
    Decision decision = policy.of(dataClass);
    out.content(rule, start, end, decision, what, "it is a person's, and its check digit is right");
    return true;
  }
}

package dev.countersign.guard.output.content;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.Arrays;
import java.util.BitSet;

/** Looks for leaks through a text that comes in stretches. Not for use by several threads. */
final class LeakWatch {
  private static final int KEPT = 256;

  private static final char[] NONE = new char[0];

  private final LeakIndex index;
  private final int top;
  private final int[] counts = new int[3];
  private final BitSet seen = new BitSet(0);
  private int hash;
  private int length;
  private long tail;
  private boolean told;

  /** The folded text: what was kept of stretches before, and this one. */
  private char[] folded = NONE;

  /** How much of it is of stretches before. */
  private int kept;

  LeakWatch(LeakIndex index) {
    this.index = index;
    int power = 1;
    for (int i = 0; i < LeakIndex.GRAM; i++) {
      power *= LeakIndex.BASE;
    }
    top = power;
  }

  /** Looks at a stretch. */
  void scan(String text, int from, int to, DestinationPolicy policy, Findings out) {
    if (index.isEmpty()) {
      return;
    }
    if (folded.length < kept + to - from) {
      folded = Arrays.copyOf(folded, kept + Math.max(to - from, folded.length));
    }
    boolean canary = false;
    int end = kept;
    for (int i = from; i < to; i++) {
      char c = Folding.of(text.charAt(i));
      if (c != 0) {
        folded[end] = c;
        gram(end++, i, policy, out);
        tail = LeakIndex.tail(tail, c);
        canary |= index.endsCanary(tail);
      }
    }
    if (canary) {
      canaries(new String(folded, 0, end), text, from, policy, out);
    }
    int keep = Math.min(KEPT, end);
    System.arraycopy(folded, end - keep, folded, 0, keep);
    kept = keep;
  }

  private void gram(int last, int at, DestinationPolicy policy, Findings out) {
    if (index.grams() == 0) {
      return;
    }
    hash = hash * LeakIndex.BASE + folded[last];
    if (length >= LeakIndex.GRAM) {
      hash -= top * folded[last - LeakIndex.GRAM];
    }
    length++;
    int id = length < LeakIndex.GRAM ? -1 : index.find(hash);
    if (id >= 0 && !seen.get(id)) {
      seen.set(id);
      matched(id / index.grams(), at, policy, out);
    }
  }

  private void matched(int form, int at, DestinationPolicy policy, Findings out) {
    counts[form]++;
    if (!told && counts[form] >= index.enough()) {
      told = true;
      out.content(
          "leak.system-prompt",
          at,
          at + 1,
          policy.of(DataClass.SYSTEM_PROMPT),
          "a stretch of the system prompt, up to here",
          "what the system prompt says is not for whoever reads the output");
    }
  }

  private void canaries(String all, String text, int from, DestinationPolicy policy, Findings out) {
    for (String canary : index.canaries()) {
      int at = all.indexOf(canary);
      int last = at + canary.length() - 1 - kept;
      if (at >= 0 && last >= 0) {
        int first = at < kept ? from : place(text, from, at - kept);
        out.content(
            "leak.canary",
            first,
            place(text, from, last) + 1,
            policy.of(DataClass.CANARY),
            "a canary token",
            "it stands only where nobody may read, so something there leaked");
      }
    }
  }

  /** Where in the text the character stands that is this one of those that count. */
  private static int place(String text, int from, int number) {
    int i = from;
    int left = number;
    while (left > 0 || Folding.of(text.charAt(i)) == 0) {
      left -= Folding.of(text.charAt(i)) == 0 ? 0 : 1;
      i++;
    }
    return i;
  }
}

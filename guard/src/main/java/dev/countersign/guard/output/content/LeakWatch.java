package dev.countersign.guard.output.content;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DataClass;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.BitSet;

/** Looks for leaks through a text that comes in stretches. Not for use by several threads. */
final class LeakWatch {
  private static final int KEPT = 256;

  private final LeakIndex index;
  private final BitSet seen = new BitSet();
  private final int[] counts = new int[3];
  private String before = "";
  private int hash;
  private int length;
  private final int top;
  private boolean told;

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
    int old = before.length();
    char[] folded = new char[old + to - from];
    before.getChars(0, old, folded, 0);
    int[] places = new int[to - from];
    int end = old;
    for (int i = from; i < to; i++) {
      char c = Folding.of(text.charAt(i));
      if (c != 0) {
        places[end - old] = i;
        folded[end] = c;
        gram(folded, end++, i, policy, out);
      }
    }
    if (!index.canaries().isEmpty()) {
      canaries(new String(folded, 0, end), places, from, policy, out);
    }
    int kept = Math.min(KEPT, end);
    before = new String(folded, end - kept, kept);
  }

  private void gram(char[] folded, int last, int at, DestinationPolicy policy, Findings out) {
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

  private void canaries(
      String folded, int[] places, int from, DestinationPolicy policy, Findings out) {
    for (String canary : index.canaries()) {
      int at = folded.indexOf(canary);
      int last = at + canary.length() - 1 - before.length();
      if (at >= 0 && last >= 0) {
        int first = at - before.length() < 0 ? from : places[at - before.length()];
        out.content(
            "leak.canary",
            first,
            places[last] + 1,
            policy.of(DataClass.CANARY),
            "a canary token",
            "it stands only where nobody may read, so something there leaked");
      }
    }
  }
}

package dev.countersign.guard.output.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must not leak, as it would look: the grams of {@value #GRAM} folded characters of the system
 * prompt, forwards, backwards and in ROT13, and canaries in the same forms. Immutable.
 */
public final class LeakIndex {
  static final int GRAM = 16;
  static final int BASE = 0x01000193;

  /** How much of a system prompt is looked for: 200,000 characters. */
  public static final int MAX_PROMPT = 200_000;

  /** Fewer characters than that are found everywhere. */
  public static final int SHORTEST_CANARY = 8;

  private static final LeakIndex EMPTY = new LeakIndex(Optional.empty(), List.of());

  private static final int FILTER_BITS = 16;

  private final long[] filter = new long[1 << FILTER_BITS - 6];
  private final int[] slots;
  private final int[] ids;
  private final int grams;
  private final List<String> canaries = new ArrayList<>();

  /** How the canaries end, as {@link #tail} has it. */
  private final long[] tails;

  private LeakIndex(Optional<String> prompt, List<String> canaries) {
    String folded = prompt.map(p -> Folding.of(clipped(p))).orElse("");
    grams = Math.max(0, folded.length() - GRAM + 1);
    int size = Integer.highestOneBit(Math.max(8, grams * 3)) * 2;
    slots = new int[size];
    ids = new int[size];
    if (grams > 0) {
      index(folded, 0);
      index(reversed(folded), 1);
      index(prompt.map(p -> rot13(clipped(p))).orElse(""), 2);
    }
    for (String canary : canaries) {
      String one = Folding.of(canary);
      if (one.length() >= SHORTEST_CANARY) {
        this.canaries.addAll(List.of(one, reversed(one), rot13(canary)));
      }
    }
    tails = this.canaries.stream().mapToLong(LeakIndex::tail).toArray();
  }

  private static long tail(String folded) {
    long tail = 0;
    for (int i = 0; i < folded.length(); i++) {
      tail = tail(tail, folded.charAt(i));
    }
    return tail;
  }

  /** What a text ends with after one more character: a number that its last eight give. */
  static long tail(long before, char c) {
    return before << 8 ^ c;
  }

  /** Whether a canary ends as a text does; another may end so too. */
  boolean endsCanary(long tail) {
    for (long one : tails) {
      if (one == tail) {
        return true;
      }
    }
    return false;
  }

  /** Nothing to look for. */
  public static LeakIndex empty() {
    return EMPTY;
  }

  /** For a system prompt, if there is one, and canaries. */
  public static LeakIndex of(Optional<String> prompt, List<String> canaries) {
    return new LeakIndex(prompt, canaries);
  }

  private static String clipped(String prompt) {
    return prompt.substring(0, Math.min(MAX_PROMPT, prompt.length()));
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** Folded after turning, since folding makes one letter of two. */
  private static String rot13(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Chars.letter(c);
      turned.append(letter ? (char) ((c & 0x20 | 0x40) + 1 + ((c & 0x1f) - 1 + 13) % 26) : c);
    }
    return Folding.of(turned.toString());
  }

  private void index(String text, int form) {
    int hash = 0;
    int top = 1;
    for (int i = 0; i < GRAM; i++) {
      top *= BASE;
    }
    for (int i = 0; i < text.length(); i++) {
      hash = hash * BASE + text.charAt(i);
      if (i >= GRAM) {
        hash -= top * text.charAt(i - GRAM);
      }
      if (i >= GRAM - 1) {
        put(hash, form * grams + i - GRAM + 1);
      }
    }
  }

  private void put(int hash, int id) {
    int bit = bit(hash);
    filter[bit >>> 6] |= 1L << bit;
    int slot = slot(hash);
    while (ids[slot] != 0 && slots[slot] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    if (ids[slot] == 0) {
      slots[slot] = hash;
      ids[slot] = id + 1;
    }
  }

  /** The number of a gram, from 0; -1 if there is none of that hash. */
  int find(int hash) {
    int bit = bit(hash);
    if ((filter[bit >>> 6] & 1L << bit) == 0) {
      return -1;
    }
    int slot = slot(hash);
    while (ids[slot] != 0) {
      if (slots[slot] == hash) {
        return ids[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  /** Most hashes are of no gram, and are told here, in a table that the processor keeps near. */
  private static int bit(int hash) {
    return hash * 0x9E3779B9 >>> 32 - FILTER_BITS;
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B9 >>> 7) & slots.length - 1;
  }

  boolean isEmpty() {
    return grams == 0 && canaries.isEmpty();
  }

  int grams() {
    return grams;
  }

  /** How many different grams make a leak: 48 (63 characters), or half of a short prompt. */
  int enough() {
    return Math.min(48, Math.max(4, grams / 2));
  }

  List<String> canaries() {
    return canaries;
  }
}

package dev.countersign.report.words;

import java.util.List;

/** Counts and lists in sentences. */
public final class Words {
  private Words() {}

  /** {@code 1 threat}, {@code 2 threats}. */
  public static String count(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  public static String or(List<String> items) {
    return join(items, " or ");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> items) {
    return join(items, " and ");
  }

  private static String join(List<String> items, String last) {
    int rest = items.size() - 1;
    return rest < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, rest)) + last + items.get(rest);
  }
}

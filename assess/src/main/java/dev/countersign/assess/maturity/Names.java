package dev.countersign.assess.maturity;

import dev.countersign.model.Element;
import java.util.Collection;
import java.util.List;

/** Lists in sentences, cut where they would grow long. */
final class Names {
  private static final int SHOWN = 4;

  private Names() {}

  /** {@code a}, {@code a and b}, {@code a, b, c, d and 3 more}. */
  static String of(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() <= 1) {
      return String.join("", all);
    }
    boolean cut = all.size() > SHOWN;
    int listed = cut ? SHOWN : all.size() - 1;
    String last = cut ? (all.size() - SHOWN) + " more" : all.getLast();
    return String.join(", ", all.subList(0, listed)) + " and " + last;
  }

  static List<String> ids(Collection<Element> elements) {
    return elements.stream().map(Element::id).toList();
  }

  /** {@code 1 question}, {@code 2 questions}. */
  static String count(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}

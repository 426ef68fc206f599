package dev.countersign.guard.prompt.text;

import dev.countersign.guard.prompt.text.Signal.Kind;
import java.util.Optional;

/**
 * Characters by number: {@code %69}, {@code &#105;}, {@code \}{@code u0069}, {@code \x69}. All of a
 * view are decoded in one pass, and each has its own place.
 */
final class Escapes {
  private static final int FEWEST = 4;

  private final View view;
  private final ViewBuilder decoded;
  private final int[] counts = new int[3];
  private int first = -1;
  private int last;

  private Escapes(View view) {
    this.view = view;
    this.decoded = new ViewBuilder(view.length());
  }

  /** The view with its characters in place of their numbers, where it has some. */
  static Optional<View> decode(View view, Signals signals, int depth) {
    if (!promises(view)) {
      return Optional.empty();
    }
    Escapes escapes = new Escapes(view);
    escapes.all();
    boolean any = escapes.signal(Kind.PERCENT_ENCODING, 0, signals, depth);
    any |= escapes.signal(Kind.CHARACTER_REFERENCES, 1, signals, depth);
    any |= escapes.signal(Kind.BACKSLASH_ESCAPES, 2, signals, depth);
    return any ? Optional.of(escapes.decoded.build(view.end(view.length()))) : Optional.empty();
  }

  private static boolean promises(View view) {
    int marks = 0;
    for (int i = 0; i < view.length() && marks < FEWEST; i++) {
      char unit = view.at(i);
      marks += unit == '%' || unit == '&' || unit == '\\' ? 1 : 0;
    }
    return marks >= FEWEST;
  }

  private boolean signal(Kind kind, int which, Signals signals, int depth) {
    if (counts[which] < FEWEST) {
      return false;
    }
    signals.add(kind, view.start(first), view.end(last), counts[which], depth);
    return true;
  }

  private void all() {
    int i = 0;
    while (i < view.length()) {
      int next =
          switch (view.at(i)) {
            case '%' -> number(0, i, i + 1, 2, 16);
            case '&' -> reference(i);
            case '\\' -> backslash(i);
            default -> i;
          };
      if (next == i) {
        decoded.add(view.at(i), view.start(i));
        next = i + 1;
      }
      i = next;
    }
  }

  /** Exactly so many digits. Gives where to go on, which is where it is if there is no number. */
  private int number(int which, int i, int from, int digits, int radix) {
    int value = 0;
    for (int k = from; k < from + digits; k++) {
      int digit = k < view.length() ? Character.digit(view.at(k), radix) : -1;
      if (digit < 0) {
        return i;
      }
      value = value * radix + digit;
    }
    return found(which, i, from + digits, value);
  }

  private int backslash(int i) {
    char kind = i + 1 < view.length() ? view.at(i + 1) : ' ';
    return switch (kind) {
      case 'u' -> number(2, i, i + 2, 4, 16);
      case 'x' -> number(2, i, i + 2, 2, 16);
      default -> i;
    };
  }

  private int reference(int i) {
    if (i + 2 >= view.length() || view.at(i + 1) != '#') {
      return i;
    }
    boolean hexadecimal = (view.at(i + 2) | 0x20) == 'x';
    int from = hexadecimal ? i + 3 : i + 2;
    int to = from;
    int radix = hexadecimal ? 16 : 10;
    while (to < view.length() && to - from < 7 && Character.digit(view.at(to), radix) >= 0) {
      to++;
    }
    if (to == from) {
      return i;
    }
    int end = number(1, i, from, to - from, radix);
    return end > i && end < view.length() && view.at(end) == ';' ? end + 1 : end;
  }

  private int found(int which, int i, int end, int value) {
    if (!Character.isValidCodePoint(value)) {
      return i;
    }
    decoded.addCodePoint(value, view.start(i));
    counts[which]++;
    first = first < 0 ? i : first;
    last = end;
    return end;
  }
}

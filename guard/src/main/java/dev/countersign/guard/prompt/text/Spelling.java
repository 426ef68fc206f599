package dev.countersign.guard.prompt.text;

import dev.countersign.guard.prompt.text.Signal.Kind;
import java.util.Locale;
import java.util.Optional;

/** Words that are spelt so that a program does not know them and a person does. */
final class Spelling {
  private static final String DIGITS = "013457@$!|";
  private static final String LETTERS = "oieastasil";
  private static final int LONGEST = 16;
  private static final int FEWEST_SPACED = 5;

  private Spelling() {}

  /** With the letters back that digits stand for, where at least one cue comes out of it. */
  static Optional<View> leet(View view, Signals signals, int depth) {
    int cues = 0;
    int first = 0;
    int last = 0;
    int from = 0;
    for (int i = 0; i <= view.length(); i++) {
      if (i < view.length() && symbol(view.at(i))) {
        continue;
      }
      if (mixed(view, from, i) && Cues.plain(plain(view, from, i))) {
        first = cues++ == 0 ? from : first;
        last = i;
      }
      from = i + 1;
    }
    if (cues == 0) {
      return Optional.empty();
    }
    signals.add(Kind.LEET, view.start(first), view.end(last), cues, depth);
    ViewBuilder builder = new ViewBuilder(view.length());
    for (int i = 0; i < view.length(); i++) {
      builder.add(letter(view.at(i)), view.start(i));
    }
    return Optional.of(builder.build(view.end(view.length())));
  }

  private static boolean symbol(char unit) {
    return Letters.letterOrDigit(unit) || unit == '@' || unit == '$' || unit == '!';
  }

  private static boolean mixed(View view, int from, int to) {
    if (to - from < 3 || to - from > LONGEST) {
      return false;
    }
    boolean letters = false;
    boolean others = false;
    for (int i = from; i < to; i++) {
      boolean letter = Letters.letter(view.at(i));
      letters |= letter;
      // A mark of exclamation at the end is one.
      others |= !letter && !(i == to - 1 && view.at(i) == '!');
    }
    return letters && others;
  }

  private static String plain(View view, int from, int to) {
    StringBuilder word = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      word.append(letter(view.at(i)));
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }

  private static char letter(char unit) {
    int place = unit < 128 ? DIGITS.indexOf(unit) : -1;
    return place < 0 ? unit : LETTERS.charAt(place);
  }

  /** The runs of single letters joined, one blank between words that two blanks parted. */
  static Optional<View> spaced(View view, Signals signals, int depth) {
    ViewBuilder builder = new ViewBuilder(16);
    int i = 0;
    while (i < view.length()) {
      int letters = run(view, i);
      if (letters < FEWEST_SPACED) {
        i++;
        continue;
      }
      i = join(view, i, builder, signals, depth, letters);
      builder.add(' ', view.start(i));
    }
    return builder.length() == 0
        ? Optional.empty()
        : Optional.of(builder.build(view.end(view.length())));
  }

  /** How many single letters stand here one after another, parted by the same mark. */
  private static int run(View view, int from) {
    if (from > 0 && Letters.letterOrDigit(view.at(from - 1)) || !alone(view, from)) {
      return 0;
    }
    int letters = 1;
    for (int i = next(view, from); i > 0 && alone(view, i); i = next(view, i)) {
      letters++;
    }
    return letters;
  }

  private static boolean alone(View view, int i) {
    return Letters.letter(view.at(i))
        && (i + 1 == view.length() || !Letters.letterOrDigit(view.at(i + 1)));
  }

  /** Where the next single letter would be, or 0. */
  private static int next(View view, int i) {
    int next = i + 1;
    while (next < view.length() && next - i < 4 && mark(view.at(next))) {
      next++;
    }
    return next < view.length() && next > i + 1 ? next : 0;
  }

  private static boolean mark(char unit) {
    return unit == ' '
        || unit == '.'
        || unit == '-'
        || unit == '_'
        || unit == '*'
        || unit == '|'
        || unit == '/'
        || unit == ',';
  }

  private static int join(
      View view, int from, ViewBuilder builder, Signals signals, int depth, int letters) {
    int i = from;
    for (int n = 1; n < letters; n++) {
      builder.add(view.at(i), view.start(i));
      int next = next(view, i);
      if (next - i > 2) {
        builder.add(' ', view.start(i + 1));
      }
      i = next;
    }
    builder.add(view.at(i), view.start(i));
    signals.add(Kind.SPACED_LETTERS, view.start(from), view.end(i + 1), letters, depth);
    return i + 1;
  }
}

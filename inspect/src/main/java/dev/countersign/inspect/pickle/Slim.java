package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.Standing;

/**
 * What is kept of values once many are kept: names that could be imported, whatever is not safe, and
 * of all else nothing. So memory has a bound whatever the size of a pickle.
 */
final class Slim {
  /** How many values are kept whole in one place. */
  static final int DEEP = 400_000;

  private static final int LONGEST_NAME = 80;

  private Slim() {}

  static Value of(Value value) {
    return switch (value) {
      case Whole _ -> Plain.NUMBER;
      case Text text when !name(text) -> Plain.FORGOTTEN;
      case Items _, Entries _ -> Plain.FORGOTTEN;
      case Made made when made.standing() == Standing.SAFE && made.arguments().size() > 0 ->
          new Made(Shown.root(made), Items.tuple(Plain.FORGOTTEN), Standing.SAFE);
      default -> value;
    };
  }

  private static boolean name(Text text) {
    if (text.length() > LONGEST_NAME) {
      return false;
    }
    String string = text.string();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && c != '.') {
        return false;
      }
    }
    return !string.isEmpty();
  }
}

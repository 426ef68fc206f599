package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.Standing;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of values once many are kept: names that could be imported, whatever is not safe,
 * and of all else nothing. So memory has a bound whatever the size of a pickle.
 */
final class Slim {
  /** How many values are kept whole in one place. */
  static final int DEEP = 300_000;

  private static final int LONGEST_NAME = 80;
  private static final int MOST_NAMES = 50_000;

  private final Map<String, Text> names = new HashMap<>(0);

  Value of(Value value) {
    if (value instanceof Text text) {
      return text(text);
    }
    if (value instanceof Whole) {
      return Plain.NUMBER;
    }
    if (value instanceof Items || value instanceof Entries) {
      return Plain.FORGOTTEN;
    }
    return value instanceof Made made && made.standing() == Standing.SAFE ? made.slim() : value;
  }

  /** The same text is kept once. */
  private Value text(Text text) {
    if (!name(text)) {
      return Plain.FORGOTTEN;
    }
    Text known = names.get(text.string());
    if (known == null && names.size() < MOST_NAMES) {
      names.put(text.string(), text);
      return text;
    }
    return known == null ? Plain.FORGOTTEN : known;
  }

  private static boolean name(Text text) {
    if (text.length() > LONGEST_NAME || text.length() == 0) {
      return false;
    }
    String string = text.string();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && c != '.') {
        return false;
      }
    }
    return true;
  }
}

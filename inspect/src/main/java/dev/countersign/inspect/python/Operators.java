package dev.countersign.inspect.python;

import dev.countersign.inspect.python.Token.Kind;
import java.util.Map;
import java.util.Set;

/** Operators and numbers of Python, by the language reference (6.17 and 2.4). */
final class Operators {
  private static final Map<String, Integer> BINDS =
      Map.ofEntries(
          Map.entry("or", 1),
          Map.entry("and", 2),
          Map.entry("in", 4),
          Map.entry("not", 4),
          Map.entry("is", 4),
          Map.entry("<", 4),
          Map.entry(">", 4),
          Map.entry("==", 4),
          Map.entry("!=", 4),
          Map.entry("<=", 4),
          Map.entry(">=", 4),
          Map.entry("<>", 4),
          Map.entry("|", 5),
          Map.entry("^", 6),
          Map.entry("&", 7),
          Map.entry("<<", 8),
          Map.entry(">>", 8),
          Map.entry("+", 9),
          Map.entry("-", 9),
          Map.entry("*", 10),
          Map.entry("/", 10),
          Map.entry("//", 10),
          Map.entry("%", 10),
          Map.entry("@", 10),
          Map.entry("**", 12));

  private static final Set<String> PREFIXES =
      Set.of("-", "+", "~", "not", "*", "**", "await", "yield", "from");

  private Operators() {}

  /** How tightly an operator binds, from 1; 0 for what is none between two operands. */
  static int binds(Token token) {
    return token.is(Kind.OPERATOR) || token.is(Kind.NAME) ? BINDS.getOrDefault(token.text(), 0) : 0;
  }

  /** Whether it stands before its one operand. */
  static boolean isPrefix(Token token) {
    return PREFIXES.stream().anyMatch(token::is);
  }

  /** A whole number; unknown for others. */
  static Value number(String digits) {
    try {
      return Value.integer(Long.decode(digits.replace("_", "").replaceFirst("^0[oO]", "0")));
    } catch (NumberFormatException other) {
      return digits.matches("0[bB][01]{1,62}")
          ? Value.integer(Long.parseLong(digits.substring(2), 2))
          : Value.UNKNOWN;
    }
  }
}

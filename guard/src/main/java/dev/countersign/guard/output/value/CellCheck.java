package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.regex.Pattern;

/**
 * A cell that a spreadsheet would take for a formula (OWASP, "CSV Injection"; CWE-1236). Amounts,
 * telephone numbers and words with a dash in front are none.
 */
final class CellCheck {
  private static final Pattern REFERENCE = Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,5}");

  private final String text;
  private final Findings out;

  CellCheck(String text, Findings out) {
    this.text = text;
    this.out = out;
  }

  void check() {
    cell(0);
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      boolean newCell =
          c == '\n' || c == '\r' || (c == ',' || c == ';' || c == '\t') && quoteBefore(i);
      if (newCell) {
        cell(i + 1);
      }
    }
  }

  /** A separator ends a cell only where a quote could have ended the text, or at once. */
  private boolean quoteBefore(int at) {
    return at > 0 && text.charAt(at - 1) == '"' || text.charAt(at) == '\t';
  }

  private void cell(int from) {
    int start = from;
    while (start < text.length() && start - from < 64 && ignored(text.charAt(start))) {
      start++;
    }
    if (start >= text.length()
        || text.charAt(start) < 128 && "=+-@|".indexOf(text.charAt(start)) < 0) {
      return;
    }
    int end = start;
    while (end < text.length() && end - start < 500 && text.charAt(end) != '\n') {
      end++;
    }
    String formula = Compatible.of(text.substring(start, end));
    boolean bad =
        !formula.isEmpty() && "=+-@|".indexOf(formula.charAt(0)) >= 0 && dangerous(formula);
    if (bad) {
      out.active(
          "cell.formula",
          start,
          end,
          Decision.REJECT,
          "a formula",
          "a spreadsheet computes it, and it can load, send or run something");
    }
  }

  /** What spreadsheets or importers drop before they look. */
  private static boolean ignored(char c) {
    return c <= ' '
        || c == '"'
        || c == '\u00A0'
        || c == '\uFEFF'
        || c >= '\u200B' && c <= '\u200D'
        || c == '\u2060';
  }

  private static boolean dangerous(String formula) {
    String rest = formula.substring(1).strip();
    return switch (formula.charAt(0)) {
      case '=' ->
          !rest.isEmpty()
              && (Character.isLetterOrDigit(rest.charAt(0))
                  || "(\"'+-@{[$#_\\=".indexOf(rest.charAt(0)) >= 0)
              && !ruler(formula)
              && !arrow(formula);
      case '|' -> rest.indexOf('!') > 0;
      default -> active(rest) || computes(rest);
    };
  }

  /** A row of equals signs underlines. */
  private static boolean ruler(String text) {
    return text.startsWith("===") || text.startsWith("== ");
  }

  private static boolean arrow(String text) {
    return text.startsWith("=>");
  }

  /** A call, another program or sheet, or an array. */
  private static boolean active(String rest) {
    int call = rest.indexOf('(');
    boolean called =
        call > 0
            && (Character.isLetterOrDigit(rest.charAt(call - 1))
                || rest.charAt(call - 1) == '.'
                || rest.charAt(call - 1) == ' ' && upper(rest, call - 1));
    return called && letters(rest)
        || rest.indexOf('|') >= 0
        || rest.indexOf('!') > 0
            && rest.indexOf('!') < rest.length() - 1
            && rest.charAt(rest.indexOf('!') + 1) != ' '
        || rest.startsWith("{")
        || rest.startsWith("\"");
  }

  private static boolean letters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean upper(String rest, int end) {
    int start = end;
    while (start > 0 && Character.isLetter(rest.charAt(start - 1))) {
      start--;
    }
    return end - start > 1 && rest.substring(start, end).chars().allMatch(Character::isUpperCase);
  }

  /** Operators between operands, references of cells, nested signs: {@code 2+3}, {@code A1*2}. */
  private static boolean computes(String rest) {
    if (amount(rest)) {
      return false;
    }
    int operators = 0;
    for (int i = 1; i < rest.length() - 1; i++) {
      char c = rest.charAt(i);
      boolean between =
          Character.isLetterOrDigit(rest.charAt(i - 1))
              && (Character.isLetterOrDigit(rest.charAt(i + 1))
                  || "+-@=(".indexOf(rest.charAt(i + 1)) >= 0);
      boolean exponent =
          (c == '+' || c == '-')
              && (rest.charAt(i - 1) | 0x20) == 'e'
              && i > 1
              && Character.isDigit(rest.charAt(i - 2));
      operators += "+*^&=".indexOf(c) >= 0 && between && !exponent ? 1 : 0;
    }
    boolean signs =
        "=+@".indexOf(rest.charAt(0)) >= 0
            && rest.length() > 1
            && Character.isLetterOrDigit(rest.charAt(1));
    return operators > 0 || signs || reference(rest);
  }

  /** Of an amount or a telephone number; nothing too. */
  private static boolean amount(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if ((c < '0' || c > '9') && " -().,/%".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code A1} or {@code $A$1} alone. */
  private static boolean reference(String rest) {
    return rest.length() <= 8 && REFERENCE.matcher(rest).matches();
  }
}

package dev.countersign.report.csv;

import dev.countersign.model.SafeText;
import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running text as a formula (OWASP: CSV injection). A file of
 * comma-separated values cannot say that a cell is text, so that {@code =cmd|…} in an element's
 * text would run on the machine of whoever opens the register.
 */
final class FormulaGuard {
  /**
   * What starts a formula, in ASCII and in the full-width forms that East Asian versions take for
   * it. Also after a semicolon: where that separates lists, spreadsheets split cells there.
   */
  private static final Pattern START =
      Pattern.compile("(^|;)([\\s\"']*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

  private FormulaGuard() {}

  /**
   * The text with invisible characters shown, tabs and line ends among them, and an apostrophe
   * before whatever would start a formula.
   */
  static String text(String hostile) {
    return START.matcher(SafeText.of(hostile)).replaceAll("$1'$2$3");
  }
}

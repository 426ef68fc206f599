package dev.countersign.report.xlsx;

import dev.countersign.model.SafeText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text for a cell. A workbook types its cells, so that text is never a formula whatever it starts
 * with; what is left to mind are Excel's escapes and its limit.
 */
final class CellText {
  /** More than this in one cell and Excel calls the workbook damaged. */
  static final int MOST = 32_767;

  private static final String CUT = " … (cut)";

  /** {@code _x0041_} in a file is shown as {@code A}; so the underscore itself is escaped. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /** One text, with invisible characters shown. */
  static String of(String hostile) {
    return cut(escaped(hostile));
  }

  /** Several texts, one below the other. */
  static String lines(List<String> hostile) {
    return cut(String.join("\n", hostile.stream().map(CellText::escaped).toList()));
  }

  private static String escaped(String hostile) {
    return ESCAPE.matcher(SafeText.of(hostile)).replaceAll("_x005F_");
  }

  private static String cut(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = MOST - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }
}

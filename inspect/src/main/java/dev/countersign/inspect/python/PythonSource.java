package dev.countersign.inspect.python;

import dev.countersign.inspect.Examination;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into Python source: what it would import, call and run. For other formats too. */
public final class PythonSource {
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");
  private static final Set<String> PLAIN =
      Set.of(
          "utf-8",
          "utf8",
          "utf-8-sig",
          "u8",
          "ascii",
          "us-ascii",
          "latin-1",
          "latin1",
          "iso-8859-1",
          "iso-8859-15",
          "cp1252",
          "gbk",
          "gb2312",
          "gb18030",
          "euc-kr",
          "cp949",
          "euc-jp",
          "shift-jis",
          "big5",
          "koi8-r",
          "cp1251",
          "utf-8-unix",
          "utf8-unix");
  private static final Pattern BIDI =
      Pattern.compile("\u00E2(\u0080[\u00AA-\u00AE]|\u0081[\u00A6-\u00A9])");
  private static final Pattern FAR_RIGHT =
      Pattern.compile("[^\\s#][ \\t]{150,};?[ \\t]*[a-z_]\\w*[ (.=]");

  private PythonSource() {}

  /** Looks into source; offsets are bytes of it. */
  public static void inspect(byte[] bytes, Examination examination) {
    String source = new String(bytes, StandardCharsets.ISO_8859_1);
    text(source, examination);
    Names names = new Names();
    new Statements(Tokenizer.of(source), names, new Judge(examination, names)).all();
  }

  private static void text(String source, Examination examination) {
    source.lines().limit(2).forEach(line -> cookie(line, examination));
    Matcher bidi = BIDI.matcher(source);
    if (bidi.find()) {
      examination.report(PythonRules.BIDI, bidi.start(), "a character that changes direction");
    }
    Matcher far = FAR_RIGHT.matcher(source);
    if (far.find()) {
      examination.report(PythonRules.BIDI, far.end() - 1, "code after 150 blanks");
    }
  }

  private static void cookie(String line, Examination examination) {
    Matcher cookie = COOKIE.matcher(line);
    if (cookie.find()
        && !PLAIN.contains(cookie.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))) {
      examination.report(PythonRules.ENCODING, 0, cookie.group(1));
    }
  }
}

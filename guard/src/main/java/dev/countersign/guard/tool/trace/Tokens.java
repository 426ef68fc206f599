package dev.countersign.guard.tool.trace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as the tokens that two writings of one value share: Unicode NFKC, lower case, invisible
 * characters left out, words and numbers apart from what stands between them, numbers without
 * grouping and trailing zeros ({@code 1,024.90} is {@code 1024.9}). Takes time in proportion to the
 * text.
 */
public final class Tokens {
  private static final Set<String> GLUE = Set.of("http", "https", "www");

  private final List<String> found = new ArrayList<>();
  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** The tokens of a text, in their order. */
  public static List<String> of(String text) {
    Tokens tokens = new Tokens(normal(text));
    tokens.run();
    return tokens.found;
  }

  /** Whether a token says nothing of where a value comes from: the scheme of an address. */
  public static boolean isGlue(String token) {
    return GLUE.contains(token);
  }

  /** Whether all of a token is a number. */
  public static boolean isNumber(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.') {
        return false;
      }
    }
    return !token.isEmpty();
  }

  /** Two forms of one noun are one: {@code headphones} and {@code headphone}. */
  public static String stem(String token) {
    if (token.length() > 4 && token.endsWith("ies")) {
      return token.substring(0, token.length() - 3) + "y";
    }
    boolean plural = token.length() > 3 && token.endsWith("s") && !token.endsWith("ss");
    return plural ? token.substring(0, token.length() - 1) : token;
  }

  /** NFKC in lower case without invisible characters. */
  static String normal(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(composed.length());
    composed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private void run() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c >= '0' && c <= '9') {
        number();
      } else if (Character.isLetterOrDigit(c)) {
        int from = at;
        word();
        found.add(text.substring(from, at));
      } else {
        at += Character.charCount(c);
      }
    }
  }

  private void word() {
    while (at < text.length() && Character.isLetterOrDigit(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
  }

  private void number() {
    int from = at;
    digits();
    boolean grouped = false;
    while (isGroup()) {
      at += 4;
      grouped = true;
    }
    boolean fraction = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1);
    if (fraction) {
      at++;
      digits();
    }
    if (at < text.length() && Character.isLetter(text.codePointAt(at))) {
      word();
      found.add(text.substring(from, at));
      return;
    }
    String written = text.substring(from, at);
    String plain = grouped ? written.replace(",", "") : written;
    found.add(fraction ? withoutZeros(plain) : plain);
  }

  private boolean isGroup() {
    return at + 3 < text.length()
        && text.charAt(at) == ','
        && isDigit(at + 1)
        && isDigit(at + 2)
        && isDigit(at + 3)
        && !isDigit(at + 4);
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static String withoutZeros(String number) {
    int end = number.length();
    while (number.charAt(end - 1) == '0') {
      end--;
    }
    return number.substring(0, number.charAt(end - 1) == '.' ? end - 1 : end);
  }
}

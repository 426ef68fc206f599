package dev.countersign.inspect.python;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A string of Python source, with its escapes decoded.
 *
 * @param source of one character a byte
 * @param from the first byte between the quotes
 * @param to after the last byte between the quotes
 * @param end after the quotes
 * @param prefix letters before the quotes
 */
record Literal(String source, int from, int to, int end, String prefix) {
  /**
   * A piece of an f-string.
   *
   * @param expression whether it is one, and not text
   */
  record Piece(int from, int end, boolean expression) {}

  /**
   * The string whose first quote is at a place; one that is not closed ends with its line or
   * source.
   */
  static Literal at(String source, int quote, int limit, String prefix) {
    char mark = source.charAt(quote);
    String triple = ("" + mark).repeat(3);
    boolean three = source.startsWith(triple, quote);
    int from = quote + (three ? 3 : 1);
    for (int i = from; i < limit; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (three ? source.startsWith(triple, i) : c == mark) {
        return new Literal(source, from, i, i + (three ? 3 : 1), prefix);
      } else if (!three && c == '\n') {
        return new Literal(source, from, i, i, prefix);
      }
    }
    return new Literal(source, Math.min(from, limit), limit, limit, prefix);
  }

  boolean bytes() {
    return has('b');
  }

  boolean formatted() {
    return has('f') || has('t');
  }

  /** Its value: text, or one character a byte where it is bytes. */
  String value() {
    return text(new Piece(from, to, false));
  }

  /**
   * Text and expressions of an f-string, in order; what follows a colon or exclamation mark is
   * text.
   */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      boolean doubled = i + 1 < to && source.charAt(i + 1) == c;
      if (c == '{' && !doubled) {
        pieces.add(new Piece(start, i, false));
        int close = close(i + 1);
        pieces.add(new Piece(i + 1, close, true));
        start = Math.min(to, close + 1);
        i = close;
      } else if (c == '{' || c == '}' && doubled) {
        i++;
      }
    }
    pieces.add(new Piece(start, to, false));
    return pieces;
  }

  String text(Piece piece) {
    String raw = source.substring(piece.from(), Math.max(piece.from(), piece.end()));
    if (bytes()) {
      return has('r') || raw.indexOf('\\') < 0 ? raw : Escapes.decode(raw, true);
    }
    String text = utf8(raw);
    String plain = has('r') || text.indexOf('\\') < 0 ? text : Escapes.decode(text, false);
    return formatted() ? plain.replace("{{", "{").replace("}}", "}") : plain;
  }

  static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private int close(int start) {
    int depth = 0;
    for (int i = start; i < to; i++) {
      switch (source.charAt(i)) {
        case '{', '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '}' -> {
          if (--depth < 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return to;
  }

  private boolean has(char letter) {
    return prefix.indexOf(letter) >= 0 || prefix.indexOf(Character.toUpperCase(letter)) >= 0;
  }
}

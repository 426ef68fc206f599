package dev.countersign.inspect.numpy;

import dev.countersign.inspect.bytes.Broken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A literal of Python, as {@code ast.literal_eval} reads those of headers: strings, whole numbers,
 * {@code True}, {@code False}, {@code None}, tuples, lists and dictionaries. Strings become {@link
 * String}, numbers {@link Long}, tuples and lists {@link List}, dictionaries {@link Map}, {@code
 * None} an empty {@link Optional}.
 */
final class Literal {
  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private Literal(String text) {
    this.text = text;
  }

  /**
   * Reads one.
   *
   * @throws Broken if it is none, or nests deeper than {@value #DEEPEST}
   */
  static Object read(String text) throws Broken {
    Literal literal = new Literal(text);
    Object value = literal.value(0);
    literal.blanks();
    if (literal.at < text.length()) {
      throw literal.wrong("something after the literal");
    }
    return value;
  }

  private Object value(int depth) throws Broken {
    if (depth > DEEPEST) {
      throw wrong("a literal that nests deeper than " + DEEPEST);
    }
    blanks();
    char c = peek();
    return switch (c) {
      case '\'', '"' -> string();
      case '(' -> items(')', depth);
      case '[' -> items(']', depth);
      case '{' -> entries(depth);
      case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    };
  }

  private String string() throws Broken {
    char quote = text.charAt(at++);
    StringBuilder out = new StringBuilder();
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\n') {
        throw wrong("a string that does not end in its line");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() throws Broken {
    char c = peek();
    at++;
    return switch (c) {
      case '\\', '\'', '"' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'x' -> (char) hexadecimal(2);
      case 'u' -> (char) hexadecimal(4);
      default -> throw wrong("an escape that names of fields do not need");
    };
  }

  private int hexadecimal(int digits) throws Broken {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw wrong("an escape that is cut off");
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }

  private List<Object> items(char close, int depth) throws Broken {
    List<Object> items = new ArrayList<>();
    at++;
    while (more(close)) {
      items.add(value(depth + 1));
      separated(close);
    }
    at++;
    return items;
  }

  private Map<Object, Object> entries(int depth) throws Broken {
    Map<Object, Object> entries = new LinkedHashMap<>();
    at++;
    while (more('}')) {
      Object key = value(depth + 1);
      blanks();
      if (peek() != ':') {
        throw wrong("a key without a value");
      }
      at++;
      entries.put(key, value(depth + 1));
      separated('}');
    }
    at++;
    return entries;
  }

  private boolean more(char close) throws Broken {
    blanks();
    return peek() != close;
  }

  private void separated(char close) throws Broken {
    blanks();
    if (peek() == ',') {
      at++;
    } else if (peek() != close) {
      throw wrong("no comma where one is expected");
    }
  }

  /** With the {@code L} at its end that Python 2 wrote. */
  private Long number() throws Broken {
    int start = at++;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (at < text.length() && (text.charAt(at) == 'L' || text.charAt(at) == 'l')) {
      at++;
    }
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException tooLarge) {
      throw wrong("a number that is none, or too large");
    }
  }

  private Object word() throws Broken {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return switch (text.substring(start, at)) {
      case "True" -> true;
      case "False" -> false;
      case "None" -> Optional.empty();
      default -> throw wrong("no literal");
    };
  }

  private char peek() throws Broken {
    if (at >= text.length()) {
      throw wrong("the end, in the middle of a literal");
    }
    return text.charAt(at);
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r\f\0".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Broken wrong(String what) {
    return new Broken(at, what);
  }
}

package dev.countersign.inspect.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of the code in a template.
 *
 * @param text the name or sign, or the text with its escapes resolved
 * @param at its first character in the template
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SIGN,
    END
  }

  private static final String[] LONG_SIGNS = {"**", "//", "==", "!=", ">=", "<="};

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean named(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** The words of code; a last one of kind {@link Kind#END} is always there. */
  static List<Token> of(String code, int start) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < code.length()) {
      char c = code.charAt(at);
      int end;
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      } else if (c == '\'' || c == '"') {
        end = stringEnd(code, at);
        tokens.add(
            new Token(Kind.STRING, Escapes.resolved(code.substring(at + 1, end)), start + at));
        end = Math.min(end + 1, code.length());
      } else if (Character.isJavaIdentifierStart(c) && c != '$') {
        end = while_(code, at, true);
        tokens.add(new Token(Kind.NAME, code.substring(at, end), start + at));
      } else if (Character.isDigit(c)) {
        end = while_(code, at, false);
        tokens.add(new Token(Kind.NUMBER, code.substring(at, end), start + at));
      } else {
        end = at + sign(code, at);
        tokens.add(new Token(Kind.SIGN, code.substring(at, end), start + at));
      }
      at = end;
    }
    tokens.add(new Token(Kind.END, "", start + code.length()));
    return tokens;
  }

  private static int stringEnd(String code, int open) {
    char quote = code.charAt(open);
    int at = open + 1;
    while (at < code.length() && code.charAt(at) != quote) {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, code.length());
  }

  private static int while_(String code, int from, boolean name) {
    int at = from;
    while (at < code.length()
        && (name
            || Character.isDigit(code.charAt(at))
            || code.charAt(at) == '_'
            || hex(code, from, at))
        && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    return Math.max(at, from + 1);
  }

  private static boolean hex(String code, int from, int at) {
    return code.charAt(from) == '0' && Character.isLetterOrDigit(code.charAt(at));
  }

  private static int sign(String code, int at) {
    for (String sign : LONG_SIGNS) {
      if (code.startsWith(sign, at)) {
        return 2;
      }
    }
    return 1;
  }
}

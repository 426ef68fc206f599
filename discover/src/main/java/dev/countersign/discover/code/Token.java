package dev.countersign.discover.code;

/**
 * A piece of code.
 *
 * @param kind what it is
 * @param text of a name with its dots ({@code a.b.c}), of a string without quotes, otherwise the
 *     sign
 * @param line from 1
 * @param starts whether nothing but white space stands before it on its line
 */
record Token(Kind kind, String text, int line, boolean starts) {
  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SIGN
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign.charAt(0);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  boolean isString() {
    return kind == Kind.STRING;
  }
}

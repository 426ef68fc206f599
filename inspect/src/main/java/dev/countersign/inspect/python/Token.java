package dev.countersign.inspect.python;

import java.util.List;

/**
 * One token of Python source.
 *
 * @param text a name in its NFKC form, an operator, the digits of a number, or the value of a
 *     string; of bytes one character a byte
 * @param offset the byte of its first character, from 0
 * @param parts of an f-string: the tokens of each piece, a literal piece being one string; empty
 *     for all others
 */
record Token(Kind kind, String text, int offset, List<List<Token>> parts) {
  /** What a token can be. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    BYTES,
    FORMATTED,
    OPERATOR,
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  Token(Kind kind, String text, int offset) {
    this(kind, text, offset, List.of());
  }

  boolean is(String operatorOrKeyword) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrKeyword);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}

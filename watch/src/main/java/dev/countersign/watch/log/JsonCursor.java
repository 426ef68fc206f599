package dev.countersign.watch.log;

import java.nio.charset.StandardCharsets;

/**
 * Reads one text of JSON (RFC 8259) from bytes, value after value, without making a tree and, but
 * for texts that are asked for, without making objects. Strict in its grammar; a text that is
 * passed over is not decoded, so wrong UTF-8 in it is not seen.
 */
final class JsonCursor {
  private static final int DEEPEST = 64;

  byte[] bytes = {};
  int at;
  int to;
  final JsonNumbers numbers = new JsonNumbers(this);
  final JsonStrings strings = new JsonStrings(this);

  void begin(byte[] source, int from, int end) {
    bytes = source;
    at = from;
    to = end;
  }

  /** The next byte that is no space, which stays; 0 at the end. */
  byte peek() {
    byte[] b = bytes;
    int p = at;
    int end = to;
    while (p < end && b[p] <= ' ' && isSpace(b[p])) {
      p++;
    }
    at = p;
    return p < end ? b[p] : 0;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Passes over a byte that has to come next. */
  void expect(char what) throws Refusal {
    if (peek() != what) {
      throw wrong("\"" + what + "\" was expected");
    }
    at++;
  }

  /** Whether a byte comes next; passes over it if it does. */
  boolean took(char what) {
    if (peek() == what) {
      at++;
      return true;
    }
    return false;
  }

  /** Enters an object or an array: whether it has a first member. */
  boolean enter(char open, char close) throws Refusal {
    expect(open);
    return !took(close);
  }

  /** After a member of an object or an array: whether there is another. */
  boolean more(char close) throws Refusal {
    byte next = peek();
    at++;
    if (next == ',') {
      return true;
    }
    if (next == close) {
      return false;
    }
    at--;
    throw wrong("\",\" or \"" + close + "\" was expected");
  }

  /** The name of a member, and passes over the colon. */
  String name() throws Refusal {
    String name = strings.word();
    expect(':');
    return name;
  }

  /** Whether null comes next; passes over it if it does. */
  boolean tookNull() throws Refusal {
    if (peek() != 'n') {
      return false;
    }
    literal("null");
    return true;
  }

  /** A number that is whole, or null as {@code otherwise}. */
  long whole(String member, long otherwise) throws Refusal {
    return tookNull() ? otherwise : numbers.whole(member);
  }

  /** Refuses a value that is of another type. */
  Refusal wrongType(String member) {
    return new Refusal(Reason.TYPE, at, member);
  }

  Refusal wrong(String what) {
    return new Refusal(Reason.JSON, at, what);
  }

  /** Passes over a value of any type. */
  void skip() throws Refusal {
    skip(0);
  }

  private void skip(int depth) throws Refusal {
    if (depth > DEEPEST) {
      throw wrong("nested deeper than %d".formatted(DEEPEST));
    }
    switch (peek()) {
      case '"' -> strings.skip();
      case '{' -> skipObject(depth);
      case '[' -> skipArray(depth);
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> numbers.skip();
    }
  }

  private void skipObject(int depth) throws Refusal {
    boolean more = enter('{', '}');
    while (more) {
      peek();
      strings.skip();
      expect(':');
      skip(depth + 1);
      more = more('}');
    }
  }

  private void skipArray(int depth) throws Refusal {
    boolean more = enter('[', ']');
    while (more) {
      skip(depth + 1);
      more = more(']');
    }
  }

  /** Passes over true, false or null. */
  void literal(String word) throws Refusal {
    byte[] letters = word.getBytes(StandardCharsets.ISO_8859_1);
    for (byte letter : letters) {
      if (at >= to || bytes[at] != letter) {
        throw wrong(word + " was expected");
      }
      at++;
    }
  }

  /** Nothing may come any more. */
  void end() throws Refusal {
    peek();
    if (at < to) {
      throw wrong("the line was expected to end");
    }
  }
}

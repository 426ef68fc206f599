package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as RFC 8259 has it and I-JSON (RFC 7493) narrows it: no member twice. Nothing is repaired;
 * the first thing that is wrong is named with its place.
 */
final class Json {
  private static final int DEEPEST = 128;

  private final String text;
  private final Findings out;
  private int at;

  private Json(String text, Findings out) {
    this.text = text;
    this.out = out;
  }

  /** The value that the text is; empty, with a finding, where it is none. */
  static Optional<JsonValue> parse(String text, Findings out) {
    Json json = new Json(text, out);
    try {
      return Optional.of(json.whole());
    } catch (Malformed wrong) {
      out.active(
          "json.malformed",
          Math.min(wrong.at, text.length()),
          Math.min(wrong.at + 1, text.length()),
          Decision.REJECT,
          wrong.what + " at " + place(text, wrong.at),
          "a program that repairs it may read something else than what was checked");
      return Optional.empty();
    }
  }

  private static String place(String text, int at) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < Math.min(at, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return "line " + line + ", column " + (at - start + 1);
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final int at;
    private final String what;

    Malformed(int at, String what) {
      super(what, null, false, false);
      this.at = at;
      this.what = what;
    }
  }

  private JsonValue whole() throws Malformed {
    blanks();
    if (text.startsWith("```", at) || text.startsWith("~~~", at)) {
      throw new Malformed(at, "a code fence around the JSON");
    }
    JsonValue value = value(0);
    blanks();
    if (at < text.length()) {
      throw new Malformed(at, "something after the value");
    }
    return value;
  }

  private void blanks() {
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private JsonValue value(int depth) throws Malformed {
    if (depth > DEEPEST) {
      throw new Malformed(at, "more than " + DEEPEST + " levels");
    }
    int start = at;
    char c = peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonValue.Text(string(), start);
      case 't' -> word("true", new JsonValue.Truth(true, start));
      case 'f' -> word("false", new JsonValue.Truth(false, start));
      case 'n' -> word("null", new JsonValue.Nothing(start));
      default -> number();
    };
  }

  private JsonValue word(String word, JsonValue value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw new Malformed(at, "no value of JSON");
    }
    at += word.length();
    return value;
  }

  private JsonValue object(int depth) throws Malformed {
    int start = at++;
    Map<String, JsonValue> members = new LinkedHashMap<>();
    blanks();
    if (peek() == '}') {
      at++;
      return new JsonValue.Members(members, start);
    }
    while (true) {
      blanks();
      int key = at;
      if (peek() != '"') {
        throw new Malformed(
            at, peek() == '}' ? "a comma before }" : "a name of a member without double quotes");
      }
      String name = string();
      if (members.containsKey(name)) {
        throw new Malformed(key, "a member that stands twice");
      }
      if (name.equals("__proto__")) {
        out.active(
            "json.prototype",
            key,
            at,
            Decision.REJECT,
            "a member __proto__",
            "programs in JavaScript may change what all objects are");
      }
      blanks();
      expect(':');
      blanks();
      members.put(name, value(depth + 1));
      blanks();
      if (peek() == '}') {
        at++;
        return new JsonValue.Members(members, start);
      }
      expect(',');
    }
  }

  private JsonValue array(int depth) throws Malformed {
    int start = at++;
    List<JsonValue> items = new ArrayList<>();
    blanks();
    if (peek() == ']') {
      at++;
      return new JsonValue.Items(items, start);
    }
    while (true) {
      blanks();
      if (peek() == ']') {
        throw new Malformed(at, "a comma before ]");
      }
      items.add(value(depth + 1));
      blanks();
      if (peek() == ']') {
        at++;
        return new JsonValue.Items(items, start);
      }
      expect(',');
    }
  }

  private void expect(char c) throws Malformed {
    if (peek() != c) {
      throw new Malformed(at, at < text.length() ? "no " + c : "an end before the value ends");
    }
    at++;
  }

  private String string() throws Malformed {
    int start = ++at;
    while (at < text.length() && plain(text.charAt(at))) {
      at++;
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder value = new StringBuilder(at - start + 16).append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c < ' ') {
        throw new Malformed(at - 1, "a control character in a text");
      }
      value.append(c == '\\' ? escape() : c);
    }
    throw new Malformed(at, "a text without its end");
  }

  private static boolean plain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private char escape() throws Malformed {
    char c = peek();
    at++;
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(plain);
    }
    int code = 0;
    for (int i = 0; c == 'u' && i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw new Malformed(at, "an escape without four digits");
      }
      code = code * 16 + digit;
      at++;
    }
    if (c != 'u') {
      throw new Malformed(at - 2, "an escape that JSON does not have");
    }
    return (char) code;
  }

  private JsonValue number() throws Malformed {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    int whole = digits();
    boolean zero = whole > 1 && text.charAt(at - whole) == '0';
    if (whole == 0 || zero) {
      throw new Malformed(
          start, start < text.length() ? "no value of JSON" : "an end before the value ends");
    }
    if (peek() == '.') {
      at++;
      need(digits(), start);
    }
    if ((peek() | 0x20) == 'e') {
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      need(digits(), start);
    }
    String written = text.substring(start, at);
    double value = Double.parseDouble(written);
    if (Double.isInfinite(value)) {
      out.active(
          "json.number",
          start,
          at,
          Decision.REJECT,
          "a number that no double holds",
          "programs do not agree on what it is");
    }
    return new JsonValue.Number(value, written, start);
  }

  private static void need(int digits, int start) throws Malformed {
    if (digits == 0) {
      throw new Malformed(start, "a number without its digits");
    }
  }

  private int digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - start;
  }
}

package dev.countersign.watch.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts of JSON. Halves of surrogate pairs become U+FFFD: nothing could write them down again. */
final class JsonStrings {
  private static final int WORDS = 1024;
  private static final int LONGEST_WORD = 64;

  private final JsonCursor cursor;
  private final @Nullable String[] words = new String[WORDS];
  private final byte[][] letters = new byte[WORDS][0];
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private boolean plain;

  JsonStrings(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** A text that is likely to come again: equal ones are mostly the same object. */
  String word() throws Refusal {
    int from = scan();
    int length = cursor.at - 1 - from;
    if (!plain || length > LONGEST_WORD) {
      return decoded(from, from + length);
    }
    byte[] bytes = cursor.bytes;
    int slot = Eight.hash(bytes, from, length) & (WORDS - 1);
    String known = words[slot];
    byte[] its = letters[slot];
    if (known != null && Arrays.equals(its, 0, its.length, bytes, from, from + length)) {
      return known;
    }
    letters[slot] = Arrays.copyOfRange(bytes, from, from + length);
    String fresh = new String(letters[slot], StandardCharsets.ISO_8859_1);
    words[slot] = fresh;
    return fresh;
  }

  /** A text. */
  String text() throws Refusal {
    int from = scan();
    return decoded(from, cursor.at - 1);
  }

  void skip() throws Refusal {
    int from = scan();
    if (!plain) {
      escapes(from, cursor.at - 1);
    }
  }

  /** Passes over a text and leaves the cursor behind it: where its first byte is. */
  private int scan() throws Refusal {
    byte[] b = cursor.bytes;
    int end = cursor.to;
    int p = cursor.at;
    if (p >= end || b[p] != '"') {
      throw cursor.wrong("a text was expected");
    }
    int from = ++p;
    p = Eight.pastPlain(b, p, end);
    boolean seenOther = false;
    while (p < end && b[p] != '"') {
      byte one = b[p];
      if (one < ' ') {
        if (one >= 0) {
          throw control(p);
        }
        seenOther = true;
      } else if (one == '\\') {
        seenOther = true;
        p++;
      }
      p++;
    }
    if (p >= end) {
      cursor.at = from - 1;
      throw cursor.wrong("a text does not end");
    }
    plain = !seenOther;
    cursor.at = p + 1;
    return from;
  }

  private Refusal control(int at) {
    cursor.at = at;
    return cursor.wrong("a control character in a text");
  }

  private String decoded(int from, int end) throws Refusal {
    if (plain) {
      return new String(cursor.bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(end - from);
    int p = from;
    while (p < end) {
      int run = p;
      while (p < end && cursor.bytes[p] != '\\') {
        p++;
      }
      text.append(unescaped(run, p));
      if (p < end) {
        p = escape(p, end, text);
      }
    }
    return JsonText.wellFormed(text);
  }

  private CharSequence unescaped(int from, int end) throws Refusal {
    try {
      return utf8.decode(ByteBuffer.wrap(cursor.bytes, from, end - from));
    } catch (CharacterCodingException wrong) {
      throw new Refusal(Reason.JSON, from, "a text is no UTF-8");
    }
  }

  private void escapes(int from, int end) throws Refusal {
    StringBuilder unused = new StringBuilder(1);
    int p = from;
    while (p < end) {
      if (cursor.bytes[p] == '\\') {
        p = escape(p, end, unused);
        unused.setLength(0);
      } else {
        p++;
      }
    }
  }

  private int escape(int at, int end, StringBuilder into) throws Refusal {
    byte kind = cursor.bytes[at + 1];
    if (kind == 'u') {
      into.append(hexadecimal(at + 2, end));
      return at + 6;
    }
    int known = "\"\\/bfnrt".indexOf(kind);
    if (known < 0) {
      throw new Refusal(Reason.JSON, at, "an escape that JSON does not know");
    }
    into.append("\"\\/\b\f\n\r\t".charAt(known));
    return at + 2;
  }

  private char hexadecimal(int at, int end) throws Refusal {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < end ? Character.digit(cursor.bytes[i], 16) : -1;
      if (digit < 0) {
        throw new Refusal(Reason.JSON, at, "four hexadecimal digits were expected");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}

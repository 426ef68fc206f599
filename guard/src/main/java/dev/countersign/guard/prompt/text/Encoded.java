package dev.countersign.guard.prompt.text;

import dev.countersign.guard.prompt.text.Signal.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A run of characters that may be Base64 (RFC 4648, both alphabets) or hexadecimal digits. */
final class Encoded {
  /** Fewer characters than this hide no order. */
  static final int SHORTEST = 16;

  /** The shortest line that Base64 is wrapped at. */
  static final int LINE = 60;

  private static final double READABLE = 0.9;
  private static final byte[] VALUES = values();

  /** What a run was, and says. */
  record Decoded(Kind kind, String text) {}

  private Encoded() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = (byte) i;
    }
    values['-'] = 62;
    values['_'] = 63;
    values['='] = 64;
    return values;
  }

  static boolean digit(char unit) {
    return unit < 128 && VALUES[unit] >= 0;
  }

  static Optional<Decoded> decode(View view, int from, int to) {
    if (hexadecimal(view, from, to)) {
      return readable(Kind.HEXADECIMAL, fromHexadecimal(view, from, to));
    }
    return readable(Kind.BASE64, fromBase64(view, from, to));
  }

  private static boolean hexadecimal(View view, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.digit(view.at(i), 16) < 0) {
        return false;
      }
    }
    return (to - from) % 2 == 0;
  }

  private static byte[] fromHexadecimal(View view, int from, int to) {
    byte[] bytes = new byte[(to - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(view.at(from + 2 * i), 16);
      bytes[i] = (byte) (high << 4 | Character.digit(view.at(from + 2 * i + 1), 16));
    }
    return bytes;
  }

  private static byte[] fromBase64(View view, int from, int to) {
    byte[] bytes = new byte[(to - from) * 3 / 4 + 3];
    int length = 0;
    int held = 0;
    int bits = 0;
    for (int i = from; i < to; i++) {
      char unit = view.at(i);
      int value = unit < 128 ? VALUES[unit] : -1;
      if (value < 0 || value == 64) {
        continue;
      }
      held = held << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[length++] = (byte) (held >> bits);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Long names and paths are of this alphabet too: what is no text was no encoding. */
  private static Optional<Decoded> readable(Kind kind, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long good = text.chars().filter(Encoded::readable).count();
    return text.length() >= SHORTEST / 2 && good >= text.length() * READABLE
        ? Optional.of(new Decoded(kind, text))
        : Optional.empty();
  }

  private static boolean readable(int unit) {
    return unit == '\n'
        || unit == '\t'
        || unit >= ' ' && unit < 0x7F
        || unit >= 0xA0 && unit != 0xFFFD && Character.isLetterOrDigit(unit);
  }
}

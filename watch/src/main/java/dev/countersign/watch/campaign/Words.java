package dev.countersign.watch.campaign;

import dev.countersign.watch.sketch.Hashes;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The words of a text as hashes, after what hides that two texts are the same was undone: width and
 * compatibility forms (NFKD), accents, case, invisible characters, punctuation, and which number it
 * is. A character of a script without spaces is a word.
 *
 * <p>One thread at a time may use it.
 */
final class Words {
  /** Characters of a text that are read. */
  static final int MOST_CHARACTERS = 1 << 16;

  private static final int DIGIT = '0';

  private long[] hashes = new long[256];
  private int count;
  private long open;
  private boolean inWord;
  private boolean afterDigit;

  /** Reads a text in place of the one before. */
  void read(String text) {
    count = 0;
    begin();
    String whole = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    String plain =
        isAscii(whole) ? whole : bounded(Normalizer.normalize(whole, Normalizer.Form.NFKD));
    int at = 0;
    while (at < plain.length()) {
      char c = plain.charAt(at);
      if (c < 0x80) {
        ascii(c);
        at++;
      } else {
        int point = plain.codePointAt(at);
        other(point);
        at += Character.charCount(point);
      }
    }
    end();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** One character can become eighteen by compatibility. */
  private static String bounded(String text) {
    return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
  }

  private void ascii(char c) {
    int lower = c | 0x20;
    if (lower >= 'a' && lower <= 'z') {
      letter(lower);
    } else if (c >= '0' && c <= '9') {
      digit();
    } else {
      end();
    }
  }

  private void other(int point) {
    if (isWordItself(point)) {
      end();
      letter(point);
      end();
    } else if (Character.isDigit(point)) {
      digit();
    } else if (Character.isLetter(point)) {
      letter(Character.toLowerCase(point));
    } else if (!isIgnored(point)) {
      end();
    }
  }

  private static boolean isWordItself(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3040 && point <= 0x30FF)
        || (point >= 0x0E00 && point <= 0x0E7F);
  }

  private static boolean isIgnored(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  private void letter(int point) {
    open = Hashes.next(open, point);
    inWord = true;
    afterDigit = false;
  }

  private void digit() {
    if (!afterDigit) {
      letter(DIGIT);
    }
    afterDigit = true;
  }

  private void end() {
    if (inWord) {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, count * 2);
      }
      hashes[count++] = Hashes.mix(open);
      begin();
    }
  }

  private void begin() {
    open = Hashes.BEGIN;
    inWord = false;
    afterDigit = false;
  }

  /** How many words the text has. */
  int count() {
    return count;
  }

  /** One word. */
  long hash(int index) {
    return hashes[index];
  }
}

package dev.countersign.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which characters the embedded fonts can draw: Latin, Cyrillic and some Greek and symbols. What
 * any of them lacks is written by its number, as {@code <U+4E2D>}: an empty box or a {@code #}
 * would hide that there is something.
 */
final class Glyphs {
  private static final int BASIC_PLANE = 0x10000;
  private static final BitSet DRAWABLE = drawable();

  private Glyphs() {}

  /** The text in which every character can be drawn. */
  static String drawable(String text) {
    int first = firstUndrawable(text);
    if (first < 0) {
      return text;
    }
    StringBuilder drawn = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first).codePoints().forEach(point -> append(drawn, point));
    return drawn.toString();
  }

  private static int firstUndrawable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isDrawable(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder drawn, int point) {
    if (isDrawable(point)) {
      drawn.appendCodePoint(point);
    } else {
      drawn.append(String.format(Locale.ROOT, "<U+%04X>", point));
    }
  }

  private static boolean isDrawable(int point) {
    return point == '\n' || point == '\t' || DRAWABLE.get(point);
  }

  private static BitSet drawable() {
    BitSet all = new BitSet(BASIC_PLANE);
    all.set(' ', BASIC_PLANE);
    for (PdfFont font : PdfFont.values()) {
      all.and(of(font));
    }
    return all;
  }

  private static BitSet of(PdfFont font) {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font.bytes()))) {
      CmapLookup map = parsed.getUnicodeCmapLookup();
      BitSet points = new BitSet(BASIC_PLANE);
      for (int point = ' '; point < BASIC_PLANE; point++) {
        points.set(point, map.getGlyphId(point) != 0);
      }
      return points;
    } catch (IOException e) {
      throw new UncheckedIOException(font.name(), e);
    }
  }
}

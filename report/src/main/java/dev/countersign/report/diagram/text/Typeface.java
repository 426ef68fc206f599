package dev.countersign.report.diagram.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Widths of the letters of an embedded font. Read by hand from the two tables that hold them,
 * because both FontBox and AWT take 400 ms to open a font and this takes 5.
 */
public enum Typeface {
  /** For labels and sentences. */
  REGULAR("IBMPlexSans-Regular.ttf"),
  /** For names. */
  SEMI_BOLD("IBMPlexSans-SemiBold.ttf");

  private static final String FOLDER = "/dev/countersign/report/font/";
  private static final int TABLE_RECORDS = 12;

  @SuppressWarnings("ImmutableEnumChecker") // Read once and only looked at.
  private final ByteBuffer font;

  private final int unitsPerEm;
  private final int metrics;
  private final int widths;
  private final int letters;

  Typeface(String file) {
    font = read(FOLDER + file).asReadOnlyBuffer();
    unitsPerEm = unsigned(table("head") + 18);
    metrics = unsigned(table("hhea") + 34);
    widths = table("hmtx");
    letters = basicPlane(table("cmap"));
  }

  /** The width of a line of text at a size, both in pixels. */
  public double width(String text, double size) {
    return text.codePoints().mapToDouble(this::width).sum() * size;
  }

  /** In ems; a letter that the font lacks comes from another font and may be as wide as high. */
  private double width(int letter) {
    int glyph = letter > 0xFFFF ? 0 : glyph(letter);
    return glyph == 0 ? 1.1 : (double) advance(glyph) / unitsPerEm;
  }

  private int advance(int glyph) {
    return unsigned(widths + 4 * Math.min(glyph, metrics - 1));
  }

  /** Looks a letter up in a table of format 4: segments with their last letter first. */
  private int glyph(int letter) {
    int doubled = unsigned(letters + 6);
    for (int at = 0; at < doubled; at += 2) {
      int last = unsigned(letters + 14 + at);
      int starts = letters + 16 + doubled + at;
      if (letter <= last) {
        return letter < unsigned(starts) ? 0 : glyph(letter, starts, doubled);
      }
    }
    return 0;
  }

  private int glyph(int letter, int starts, int doubled) {
    int delta = unsigned(starts + doubled);
    int rangeAt = starts + 2 * doubled;
    int range = unsigned(rangeAt);
    if (range == 0) {
      return (letter + delta) & 0xFFFF;
    }
    int glyph = unsigned(rangeAt + range + 2 * (letter - unsigned(starts)));
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
  }

  private int basicPlane(int cmap) {
    for (int i = 0; i < unsigned(cmap + 2); i++) {
      int table = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      if (unsigned(table) == 4) {
        return table;
      }
    }
    throw new IllegalStateException("a font without a table of letters");
  }

  private int table(String tag) {
    int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
    for (int i = 0; i < unsigned(4); i++) {
      int entry = TABLE_RECORDS + 16 * i;
      if (font.getInt(entry) == wanted) {
        return font.getInt(entry + 8);
      }
    }
    throw new IllegalStateException("a font without " + tag);
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }

  private static ByteBuffer read(String resource) {
    try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("the font " + resource + " is missing");
      }
      return ByteBuffer.wrap(file.readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

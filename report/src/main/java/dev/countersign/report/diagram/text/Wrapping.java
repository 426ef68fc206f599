package dev.countersign.report.diagram.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit, after the signs that ids are made of. */
public final class Wrapping {
  private static final String BREAKS = "-._/@:,";
  private static final double GROWTH = 1.15;

  private Wrapping() {}

  /** Lines no wider than {@code width} pixels, as many as it takes. */
  public static List<String> lines(String text, Typeface face, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text, face, size, width)) {
      if (!line.isEmpty() && face.width((line + piece).stripTrailing(), size) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    if (!line.toString().isBlank() || lines.isEmpty()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /** At most so many lines, made wider than {@code width} where it takes that. */
  public static List<String> atMost(
      int most, String text, Typeface face, double size, double width) {
    double wide = width;
    List<String> lines = lines(text, face, size, wide);
    while (lines.size() > most) {
      wide *= GROWTH;
      lines = lines(text, face, size, wide);
    }
    return lines;
  }

  /** The width of the widest line. */
  public static double width(List<String> lines, Typeface face, double size) {
    return lines.stream().mapToDouble(line -> face.width(line, size)).max().orElse(0);
  }

  /** Words; those that are too wide in pieces that end with a sign after which a line may break. */
  private static List<String> pieces(String text, Typeface face, double size, double width) {
    List<String> pieces = new ArrayList<>();
    for (String word : text.split("(?<= )", -1)) {
      if (face.width(word.strip(), size) <= width) {
        pieces.add(word);
      } else {
        split(word, face, size, width, pieces);
      }
    }
    return pieces;
  }

  private static void split(
      String word, Typeface face, double size, double width, List<String> pieces) {
    StringBuilder piece = new StringBuilder();
    word.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> {
          if (face.width(piece + letter, size) > width) {
            flush(piece, pieces);
          }
          piece.append(letter);
          if (BREAKS.contains(letter)) {
            flush(piece, pieces);
          }
        });
    flush(piece, pieces);
  }

  private static void flush(StringBuilder piece, List<String> pieces) {
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
      piece.setLength(0);
    }
  }
}

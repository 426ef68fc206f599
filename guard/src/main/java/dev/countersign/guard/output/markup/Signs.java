package dev.countersign.guard.output.markup;

import java.util.Arrays;

/**
 * Where something may start in a stretch of Markdown, found once for all readings of it.
 *
 * @param places of the signs at which a reading does something, and a last one behind the end
 * @param active whether there is a bracket, a tag or an address among them
 * @param tags whether there is a {@code <}
 * @param ticks whether there is a backtick
 */
record Signs(int[] places, boolean active, boolean tags, boolean ticks) {
  static Signs of(String text, int from, int to) {
    int[] places = new int[16];
    int count = 0;
    boolean active = false;
    boolean tags = false;
    boolean ticks = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > 'w' || !sign(text, c, i)) {
        continue;
      }
      active |= c != '\\' && c != '`' && c != ']';
      tags |= c == '<';
      ticks |= c == '`';
      places = count + 1 < places.length ? places : Arrays.copyOf(places, 2 * places.length);
      places[count++] = i;
    }
    places[count] = Integer.MAX_VALUE;
    return new Signs(places, active, tags, ticks);
  }

  private static boolean sign(String text, char c, int at) {
    return switch (c) {
      case '\\', '`', '<', '[', ']' -> true;
      case ':' -> text.startsWith("://", at);
      case 'w', 'W' -> text.regionMatches(true, at, "www.", 0, 4);
      default -> false;
    };
  }
}

package dev.countersign.guard.output.content;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.text.UnseenCharacters;

/**
 * Text that people do not see: tags (U+E0000), variation selectors, zero-width characters, and
 * controls of direction (Boucher and Anderson, "Trojan Source", 2021). Each has a use, and in it it
 * is let through.
 */
final class Invisible {
  private static final String WHY = "people do not see it, and programs and models read it";

  private final String text;
  private final Decision decision;
  private final Findings out;
  private int hidden;
  private int hiddenAt = -1;

  Invisible(String text, Decision decision, Findings out) {
    this.text = text;
    this.decision = decision;
    this.out = out;
  }

  /**
   * Looks at a character outside ASCII.
   *
   * @return where to go on
   */
  int at(int i, int to) {
    int point = text.codePointAt(i);
    int next = i + Character.charCount(point);
    if (UnseenCharacters.isTag(point)) {
      return tags(i, to);
    }
    if (UnseenCharacters.isSelector(point)) {
      return selectors(i, to);
    }
    if (point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069) {
      direction(point, i);
    } else if (zeroWidth(point) && !useful(point, i, next)) {
      hiddenAt = hiddenAt < 0 ? i : hiddenAt;
      hidden++;
    }
    return next;
  }

  /** After the last character: one or two hidden ones happen, more are a message. */
  void done() {
    if (hidden > 0) {
      Decision severity =
          hidden >= 3 ? decision : decision == Decision.ACCEPT ? decision : Decision.FLAG;
      String what = hidden == 1 ? "a zero-width character" : hidden + " zero-width characters";
      out.content("invisible.zero-width", hiddenAt, hiddenAt + 1, severity, what, WHY);
    }
  }

  /** UTS #51, ED-14a: flags of England, Scotland and Wales are a black flag with tags. */
  private int tags(int start, int to) {
    int i = start;
    StringBuilder spelt = new StringBuilder();
    while (i + 1 < to && UnseenCharacters.isTag(text.codePointAt(i))) {
      spelt.append((char) (text.codePointAt(i) - 0xE0000));
      i += 2;
    }
    boolean flag = start >= 2 && text.codePointBefore(start) == 0x1F3F4;
    String name = spelt.toString();
    if (!(flag
        && (name.equals("gbeng\u007f")
            || name.equals("gbsct\u007f")
            || name.equals("gbwls\u007f")))) {
      out.content(
          "invisible.tags", start, Math.max(i, start), decision, "text in tag characters", WHY);
    }
    return Math.max(i, start + 2);
  }

  /** One after a sign that has variants is their use; a row of them carries bytes. */
  private int selectors(int start, int to) {
    int i = start;
    int count = 0;
    while (i < to && UnseenCharacters.isSelector(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
      count++;
    }
    int before = start > 0 ? text.codePointBefore(start) : ' ';
    boolean latin =
        before < 0x250
            && !(before == '#'
                || before == '*'
                || before >= '0' && before <= '9'
                || before == 0xA9
                || before == 0xAE);
    if (count > 1 || latin) {
      out.content("invisible.selectors", start, i, decision, count + " variation selectors", WHY);
    }
    return i;
  }

  private void direction(int point, int i) {
    boolean overrides = point == 0x202D || point == 0x202E;
    if (overrides || !rightToLeftNear(i)) {
      out.content(
          "invisible.direction",
          i,
          i + 1,
          decision,
          "a control of the direction of text",
          "what people see is not the order that programs read");
    }
  }

  private boolean rightToLeftNear(int at) {
    int from = Math.max(0, at - 100);
    int end = Math.min(text.length(), at + 100);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x590 && c <= 0x8FF || c >= 0xFB1D && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC) {
        return true;
      }
    }
    return false;
  }

  private static boolean zeroWidth(int point) {
    return point >= 0x200B && point <= 0x200D
        || point >= 0x2060 && point <= 0x2064
        || point == 0xFEFF
        || point == 0x180E
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || point >= 0x206A && point <= 0x206F
        || point >= 0xFFF9 && point <= 0xFFFB
        || point == 0x034F;
  }

  /** Joiners between emoji and between letters of scripts that join; a mark at the very start. */
  private boolean useful(int point, int i, int next) {
    if (point == 0xFEFF && i == 0) {
      return true;
    }
    int before = i > 0 ? text.codePointBefore(i) : ' ';
    int after = next < text.length() ? text.codePointAt(next) : ' ';
    boolean joiner = point == 0x200C || point == 0x200D || point == 0x200B;
    return joiner
        && (joins(before) && (joins(after) || point == 0x200C || after == ' ' || after == '\n'));
  }

  private static boolean joins(int point) {
    boolean emoji = point >= 0x1F000 && point <= 0x1FAFF || point >= 0x2190 && point <= 0x2BFF;
    boolean script =
        point >= 0x600 && point <= 0x8FF
            || point >= 0x900 && point <= 0x109F
            || point >= 0x1780 && point <= 0x18AF
            || point >= 0x3040 && point <= 0x9FFF;
    return emoji || script || UnseenCharacters.isSelector(point);
  }
}

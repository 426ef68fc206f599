package dev.countersign.guard.prompt.text;

import dev.countersign.guard.prompt.text.Signal.Kind;
import dev.countersign.guard.text.UnseenCharacters;
import java.util.List;

/**
 * Folds one view: what nobody sees goes, forms and look-alikes of letters become the letters, and
 * runs of blanks become one.
 */
final class Folder {
  private static final int WORD = 24;
  private static final int BLACK_FLAG = 0x1F3F4;

  private final View raw;
  private final Signals signals;
  private final int depth;
  private final ViewBuilder folded;
  private final Hidden hidden = new Hidden();
  private final boolean latin;
  private int accents;
  private boolean flag;

  private Folder(View raw, Signals signals, int depth) {
    this.raw = raw;
    this.signals = signals;
    this.depth = depth;
    this.folded = ViewBuilder.from(raw);
    this.latin = latin(raw);
  }

  /**
   * Folds it.
   *
   * @param payloads where texts that hidden characters spell go, not yet folded
   */
  static View fold(View raw, Signals signals, int depth, List<View> payloads) {
    Folder folder = new Folder(raw, signals, depth);
    folder.all();
    payloads.addAll(folder.hidden.runs());
    return folder.folded.build(raw.start(raw.length()));
  }

  /** Whether nothing in it shows that a Cyrillic or Greek letter is meant as one. */
  private static boolean latin(View raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.at(i) >= 0x370 && Lookalikes.betrays(raw.at(i))) {
        return false;
      }
    }
    return true;
  }

  private void all() {
    int length = raw.length();
    for (int i = 0; i < length; i++) {
      char unit = raw.at(i);
      if (unit < 0x80) {
        ascii(unit, i);
      } else {
        i += other(point(i), i) - 1;
      }
    }
    hidden.over();
  }

  private int point(int i) {
    char unit = raw.at(i);
    return Character.isHighSurrogate(unit)
            && i + 1 < raw.length()
            && Character.isLowSurrogate(raw.at(i + 1))
        ? Character.toCodePoint(unit, raw.at(i + 1))
        : unit;
  }

  private void ascii(char unit, int i) {
    shows();
    if (unit > ' ' && unit != 0x7F) {
      folded.add(unit, raw.start(i));
    } else if (unit == '\n' || unit == '\r') {
      line(i);
    } else if (unit == ' ' || unit == '\t' || unit == '\f' || unit == 0x0B) {
      blank(i);
    } else {
      signal(Kind.INVISIBLE, i, 1);
    }
  }

  /** What else there is; gives how many units it has. */
  private int other(int point, int i) {
    int units = Character.charCount(point);
    if (UnseenCharacters.isTag(point) || UnseenCharacters.isSelector(point)) {
      hide(point, i, units);
    } else if (Compatibility.accent(point)) {
      accent(i);
    } else if (unseen(point)) {
      unseen(point, i, units);
    } else {
      shows();
      flag = point == BLACK_FLAG;
      visible(point, i, units);
    }
    return units;
  }

  /** Joiners belong in emoji and in many scripts, and a mark of byte order at the start. */
  private void unseen(int point, int i, int units) {
    boolean joins = (point == 0x200C || point == 0x200D) && i > 0 && raw.at(i - 1) >= 0x250;
    if (!joins && !(point == 0xFEFF && i == 0)) {
      signal(bidi(point) ? Kind.BIDI_CONTROLS : Kind.INVISIBLE, i, units);
    }
  }

  private void shows() {
    hidden.over();
    flag = false;
    accents = 0;
  }

  /** The flags of England and the like are a black flag and tags: no secret. */
  private void hide(int point, int i, int units) {
    if (flag) {
      return;
    }
    hidden.add(point, raw.start(i), raw.end(i + units));
    if (UnseenCharacters.isTag(point)) {
      signal(Kind.TAG_CHARACTERS, i, units);
    } else if (i == 0 || raw.at(i - 1) < 0x80 || UnseenCharacters.isSelector(raw.at(i - 1))) {
      signal(Kind.VARIATION_SELECTORS, i, units);
    }
  }

  private void accent(int i) {
    if (++accents > 2) {
      signal(Kind.STACKED_ACCENTS, i, 1);
    }
  }

  private void visible(int point, int i, int units) {
    if (point == 0x85 || point == 0x2028 || point == 0x2029) {
      line(i);
    } else if (Character.isSpaceChar(point)) {
      blank(i);
    } else if (units == 2) {
      astral(point, i);
    } else {
      basic((char) point, i);
    }
  }

  private void basic(char unit, int i) {
    char like = Lookalikes.latin(unit);
    if (like != 0 && (latin || inLatinWord(i))) {
      folded.add(like, raw.start(i));
      if (unit != 'ı' && inWord(i)) {
        signal(Kind.HOMOGLYPHS, i, 1);
      }
      return;
    }
    char single = Compatibility.single(unit);
    if (single == 0) {
      expand(Compatibility.several(unit), i);
      return;
    }
    if (single != unit && single < 0x80 && unit >= 0x2100) {
      signal(Kind.STYLED_LETTERS, i, 1);
    }
    folded.add(single, raw.start(i));
  }

  private void astral(int point, int i) {
    char like = Lookalikes.latin(point);
    String becomes = like == 0 ? Compatibility.several(point) : String.valueOf(like);
    if (becomes.length() == 1 && becomes.charAt(0) < 0x80 && point < 0x1F1E6 | point > 0x1F1FF) {
      signal(Kind.STYLED_LETTERS, i, 2);
    }
    expand(becomes, i);
  }

  private void expand(String becomes, int i) {
    for (int k = 0; k < becomes.length(); k++) {
      folded.add(becomes.charAt(k), raw.start(i));
    }
  }

  private void line(int i) {
    if (folded.last() != '\n') {
      folded.add('\n', raw.start(i));
    }
  }

  /** Two blanks stay two, since they part words whose letters are set apart. */
  private void blank(int i) {
    char last = folded.last();
    boolean second = last == ' ' && i > 0 && Character.isSpaceChar(raw.at(i - 1)) && once();
    if (last != '\n' && (last != ' ' || second)) {
      folded.add(' ', raw.start(i));
    }
  }

  private boolean once() {
    return folded.length() > 1 && folded.beforeLast() != ' ';
  }

  private boolean inLatinWord(int i) {
    for (int k = i - 1; k >= Math.max(0, i - WORD) && Character.isLetter(raw.at(k)); k--) {
      if (raw.at(k) < 0x80) {
        return true;
      }
    }
    int most = Math.min(raw.length(), i + WORD);
    for (int k = i + 1; k < most && Character.isLetter(raw.at(k)); k++) {
      if (raw.at(k) < 0x80) {
        return true;
      }
    }
    return false;
  }

  private boolean inWord(int i) {
    return i > 0 && Character.isLetter(raw.at(i - 1))
        || i + 1 < raw.length() && Character.isLetter(raw.at(i + 1));
  }

  private static boolean unseen(int point) {
    return Character.getType(point) == Character.FORMAT
        || Character.isISOControl(point) && point != 0x85
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || point == 0x2800
        || point == 0x034F;
  }

  private static boolean bidi(int point) {
    return point >= 0x202A && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069
        || point == 0x200E
        || point == 0x200F
        || point == 0x061C;
  }

  private void signal(Kind kind, int i, int units) {
    signals.add(kind, raw.start(i), raw.end(i + units), 1, depth);
  }
}

package dev.countersign.assess.change;

import java.util.Locale;

/**
 * One thing that brought a change about.
 *
 * @param sort what it is
 * @param subject the fact ({@code key@element}), element, threat or control that it is about; empty
 *     where it is about the whole
 * @param text one sentence that names it and what it was before
 * @param grounds how it is known
 */
public record Cause(Sort sort, String subject, String text, Grounds grounds) {
  /** What can bring a change about. */
  public enum Sort {
    FACT,
    ELEMENT,
    ANSWER,
    EVIDENCE,
    RANK,
    POLICY,
    RULES,
    DAY;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a cause is known. */
  public enum Grounds {
    /** Tried: undo this alone, and the system derives as it did before. */
    NEEDED,
    /** Tried: this alone suffices, though others may as well. */
    ENOUGH,
    /** Tried: suffices together with the others that are named, and with none of them left out. */
    TOGETHER,
    /** Read off: it says so itself. */
    STATED,
    /** Not tried: it stands among the facts that the threat rests on. */
    LIKELY;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was found by deriving anew. */
    public boolean tried() {
      return this == NEEDED || this == ENOUGH || this == TOGETHER;
    }
  }
}

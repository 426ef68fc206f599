package dev.countersign.guard.prompt.text;

import java.util.Locale;

/**
 * Something that was found while a text was normalised.
 *
 * @param kind what
 * @param from where it starts in the original text, in UTF-16 units
 * @param to where it ends there, exclusively
 * @param count how many characters it is about: hidden ones, folded ones, or decoded ones
 * @param depth in how many encodings it was itself; 0 for the text as it came
 */
public record Signal(Kind kind, int from, int to, int count, int depth) {
  /** What can be found. */
  public enum Kind {
    /** Characters that nobody sees: zero-width ones, fillers, soft hyphens, control characters. */
    INVISIBLE,
    /** Tag characters (U+E0020 to U+E007E), which spell ASCII and are not shown. */
    TAG_CHARACTERS,
    /** Variation selectors where nothing varies; a run of them spells bytes. */
    VARIATION_SELECTORS,
    /** Controls of the direction of writing, which show a text in another order than it has. */
    BIDI_CONTROLS,
    /** Letters of another script that look like Latin ones. */
    HOMOGLYPHS,
    /** Letters in mathematical, circled, squared or full-width forms. */
    STYLED_LETTERS,
    /** Several accents on one letter. */
    STACKED_ACCENTS,
    /** Text in Base64. */
    BASE64,
    /** Text in hexadecimal digits. */
    HEXADECIMAL,
    /** Text in {@code %69}. */
    PERCENT_ENCODING,
    /** Text in {@code &#105;}. */
    CHARACTER_REFERENCES,
    /** Text in {@code \u0069} or {@code \x69}. */
    BACKSLASH_ESCAPES,
    /** Text with the alphabet rotated by 13. */
    ROT13,
    /** Text from its end to its start. */
    REVERSED,
    /** Text with digits for letters: {@code 1gn0r3}. */
    LEET,
    /** Letters set apart: {@code i g n o r e}. */
    SPACED_LETTERS,
    /** There was more than may be looked into: deeper, longer, or more of it. */
    LIMIT;

    /** The word in JSON and on the command line: {@code tag-characters}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

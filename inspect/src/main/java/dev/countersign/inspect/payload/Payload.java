package dev.countersign.inspect.payload;

/**
 * Something in a text of metadata that is no prose.
 *
 * @param kind what it is
 * @param excerpt the place, shortened; text of the artefact
 */
public record Payload(Kind kind, String excerpt) {
  /** What it is. */
  public enum Kind {
    /** Code of Python or another language that runs commands or code. */
    CODE("code"),
    /** A command of a shell. */
    COMMAND("a command"),
    /** A script or a link that runs one, for a page that shows the text. */
    SCRIPT("a script"),
    /** A link to where commands come from or stolen data goes. */
    LINK("a link"),
    /** Something encoded that would run: a pickle, a program. */
    ENCODED("an encoded payload"),
    /** Characters that are not seen, or turn the order of what is seen. */
    HIDDEN("hidden characters"),
    /** Words that tell a language model to do something behind its user's back. */
    INJECTION("an instruction to a language model");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}

package dev.countersign.guard.tool.label;

/**
 * Where a value was read.
 *
 * @param kind who spoke
 * @param name of the tool or corpus; of the user or the prompt where there are several
 * @param path where in the result, for example {@code 3.reviews.0}; empty for all of it
 */
public record Source(Kind kind, String name, String path) {
  /** Who spoke. */
  public enum Kind {
    /** The one whose request the run serves. */
    USER,
    /** The system prompt. */
    SYSTEM,
    /** A tool, a corpus or anything else that was read. */
    TOOL
  }

  /** The user's own words. */
  public static Source user() {
    return new Source(Kind.USER, "user", "");
  }

  /** The system prompt. */
  public static Source system() {
    return new Source(Kind.SYSTEM, "system", "");
  }

  /** A place in what a tool returned. */
  public static Source tool(String name, String path) {
    return new Source(Kind.TOOL, name, path);
  }

  /** In words: {@code the user's words}, {@code search_product at 3.reviews.0}. */
  public String describe() {
    if (kind == Kind.USER) {
      return "the user's words";
    }
    if (kind == Kind.SYSTEM) {
      return "the system prompt";
    }
    return path.isEmpty() ? name : name + " at " + path;
  }
}

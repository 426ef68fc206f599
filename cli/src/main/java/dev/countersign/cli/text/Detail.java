package dev.countersign.cli.text;

/** How much to say. */
public enum Detail {
  /** The verdict only. */
  QUIET,
  /** What a reader needs to act. */
  USUAL,
  /** Everything that is known. */
  ALL;

  /** The limit for the usual detail; none where everything is wanted. */
  int most(int usual) {
    return this == ALL ? Integer.MAX_VALUE : usual;
  }
}

package dev.countersign.cli.explain;

/** One thing that can be explained. */
interface Topic {
  /** Writes everything about it. */
  void write(Sheet sheet);
}

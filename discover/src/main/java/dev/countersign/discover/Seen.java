package dev.countersign.discover;

import java.util.List;

/**
 * What looking into one file gave.
 *
 * @param findings in the order in which they were found
 * @param limits what was not understood, one sentence each
 */
public record Seen(List<Finding> findings, List<String> limits) {
  /** A file with nothing in it. */
  public static final Seen NOTHING = new Seen(List.of(), List.of());

  public Seen {
    findings = List.copyOf(findings);
    limits = List.copyOf(limits);
  }
}

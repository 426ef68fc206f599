package dev.countersign.guard.output.finding;

import dev.countersign.guard.Decision;

/**
 * One thing that speaks against a text.
 *
 * @param rule stable id, for example {@code markup.image-host}; what stands before the dot is the
 *     group
 * @param start where it starts, in UTF-16 units from the start of the text
 * @param end where it ends, not included
 * @param decision what follows from it: flag or reject
 * @param encodable whether the encoding of the destination takes its effect away
 * @param what what was found; never the secret itself
 * @param why why that must not go there
 */
public record Finding(
    String rule, int start, int end, Decision decision, boolean encodable, String what, String why)
    implements Comparable<Finding> {
  public Finding {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a finding has a place: " + start + ".." + end);
    }
  }

  @Override
  public int compareTo(Finding other) {
    int byStart = Integer.compare(start, other.start);
    int byEnd = Integer.compare(end, other.end);
    return byStart != 0 ? byStart : byEnd != 0 ? byEnd : rule.compareTo(other.rule);
  }
}

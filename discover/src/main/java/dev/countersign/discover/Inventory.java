package dev.countersign.discover;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a tree.
 *
 * @param root the name of its folder; empty where it has none
 * @param findings by place, then in the order of the place
 * @param files how many files were looked at
 * @param unchanged how many of them were not read, since they are as they were the last time
 * @param limits what was not looked at, one sentence each
 */
public record Inventory(
    String root, List<Finding> findings, int files, int unchanged, List<String> limits) {
  public Inventory {
    findings = List.copyOf(findings);
    limits = List.copyOf(limits);
  }

  /** The findings about one thing. */
  public Stream<Finding> about(What what) {
    return findings.stream().filter(finding -> finding.what() == what);
  }
}

package dev.countersign.discover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a folder of a million pictures from giving a million findings: of data files of one type in
 * one folder the first {@value #KEPT} are kept, and the first says how many there are.
 */
final class Crowds {
  private static final int KEPT = 5;

  private final Map<String, Integer> counts = new HashMap<>();

  /** The findings without those of crowds that are large enough. */
  List<Finding> thin(List<Finding> findings) {
    return findings.stream().filter(finding -> !isFile(finding) || count(finding) <= KEPT).toList();
  }

  /** The findings with the size of each crowd. */
  List<Finding> counted(List<Finding> findings) {
    return findings.stream().map(this::counted).toList();
  }

  private Finding counted(Finding finding) {
    int count = isFile(finding) ? counts.getOrDefault(crowd(finding), 1) : 1;
    return count > 1 ? finding.with(Detail.COUNT, String.valueOf(count)) : finding;
  }

  private int count(Finding finding) {
    return counts.merge(crowd(finding), 1, Integer::sum);
  }

  private static boolean isFile(Finding finding) {
    return finding.what() == What.DATA_FILES && finding.where().line() == 0;
  }

  private static String crowd(Finding finding) {
    return finding.where().folder() + "/*." + finding.detail(Detail.FORMAT).orElse("");
  }
}

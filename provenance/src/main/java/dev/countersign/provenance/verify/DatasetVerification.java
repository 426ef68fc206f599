package dev.countersign.provenance.verify;

import dev.countersign.provenance.verify.Difference.Grade;
import java.util.List;
import java.util.Map;

/**
 * How the files of a dataset stand to its manifest.
 *
 * @param files how many files were recorded
 * @param counts how many differences there are of each grade; grades without one are absent
 * @param told at most {@link #MAX_TOLD} of the differences, gravest first, then by name
 * @param links the names of symbolic links among the files, sorted. None was followed, except by a
 *     pointer of DVC: they are not the files that were recorded
 * @param reused how many files were not read, since they were known: see {@link StatCache}
 */
public record DatasetVerification(
    long files, Map<Grade, Long> counts, List<Difference> told, List<String> links, int reused) {
  /** The most differences that are told. */
  public static final int MAX_TOLD = 1000;

  public DatasetVerification {
    counts = Map.copyOf(counts);
    told = List.copyOf(told);
    links = List.copyOf(links);
  }

  /** Whether every file is there with the bytes that were recorded, and no other file. */
  public boolean holds() {
    return counts.isEmpty();
  }

  /** How many differences of a grade there are. */
  public long count(Grade grade) {
    return counts.getOrDefault(grade, 0L);
  }

  /** Whether there is no difference but of these grades. */
  public boolean holdsBut(List<Grade> allowed) {
    return allowed.containsAll(counts.keySet());
  }

  /** Those that are told of a grade. */
  public List<Difference> told(Grade grade) {
    return told.stream().filter(difference -> difference.grade() == grade).toList();
  }
}

package dev.countersign.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in one file and everything in it.
 *
 * @param path of the file, as it was given
 * @param size in bytes
 * @param verdict the worst of its findings
 * @param formats what it is, by id, the outermost first; empty where no format knows it
 * @param findings the worst first, then by place
 * @param facts what it says of itself
 * @param members how many members of archives were looked into, at any depth
 * @param omitted how many findings more there were, none of them worse than those told
 * @param sha256 its digest in lower-case hexadecimal, where it was asked for
 */
public record Inspected(
    String path,
    long size,
    Verdict verdict,
    List<String> formats,
    List<Finding> findings,
    Map<ArtefactFact, String> facts,
    int members,
    int omitted,
    Optional<String> sha256) {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing((Finding finding) -> finding.rule().verdict())
          .reversed()
          .thenComparing(Finding::member)
          .thenComparing(finding -> finding.offset().orElse(-1));

  public Inspected {
    formats = List.copyOf(formats);
    findings =
        findings.size() < 2
            ? List.copyOf(findings)
            : findings.stream().sorted(WORST_FIRST).toList();
    facts = Map.copyOf(facts);
  }

  /** The same under another path: as the user would type it. */
  public Inspected at(String other) {
    return new Inspected(other, size, verdict, formats, findings, facts, members, omitted, sha256);
  }

  /** The same with its digest. */
  Inspected with(String digest) {
    return new Inspected(
        path, size, verdict, formats, findings, facts, members, omitted, Optional.of(digest));
  }

  /** Whether any format knows it. */
  public boolean recognised() {
    return !formats.isEmpty();
  }
}

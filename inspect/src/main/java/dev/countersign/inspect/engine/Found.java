package dev.countersign.inspect.engine;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what is found in one file, at most {@value #MOST} findings of each verdict. */
final class Found {
  private static final int MOST = 200;
  private static final int LONGEST_FACT = 2_000;

  private final ArtefactPolicy policy;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Finding> seen = new java.util.HashSet<>();
  private final int[] counts = new int[Verdict.values().length];
  private final Map<ArtefactFact, String> facts = new EnumMap<>(ArtefactFact.class);
  private final Map<String, Integer> formats = new LinkedHashMap<>();
  private Verdict verdict = Verdict.CLEAN;
  private int members;
  private int omitted;

  Found(ArtefactPolicy policy) {
    this.policy = policy;
  }

  void add(Finding finding) {
    if (finding.call().filter(policy::allows).isPresent() || !seen.add(finding)) {
      return;
    }
    Verdict worst = finding.rule().verdict();
    verdict = verdict.and(worst);
    if (++counts[worst.ordinal()] > MOST) {
      seen.remove(finding);
      omitted++;
      return;
    }
    findings.add(finding);
  }

  void fact(ArtefactFact fact, String value) {
    String text = value.strip();
    if (!text.isEmpty()) {
      facts.putIfAbsent(
          fact, text.length() > LONGEST_FACT ? text.substring(0, LONGEST_FACT) : text);
    }
  }

  /** A format that was seen at a depth, 0 for the artefact itself. */
  void format(String id, int depth) {
    formats.merge(id, depth, Math::min);
  }

  void member() {
    members++;
  }

  Inspected inspected(Artefact artefact) {
    return new Inspected(
        artefact.name(),
        artefact.length(),
        verdict,
        outermostFirst(),
        findings,
        facts,
        members,
        omitted,
        Optional.empty());
  }

  private List<String> outermostFirst() {
    if (formats.size() < 2) {
      return List.copyOf(formats.keySet());
    }
    return formats.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}

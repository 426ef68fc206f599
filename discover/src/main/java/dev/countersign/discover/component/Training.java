package dev.countersign.discover.component;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Code that trains: one component a file, with the estimators and networks in it. */
final class Training {
  private static final int LISTED = 4;

  private final Components components;
  private final Map<String, List<Finding>> byFile = new TreeMap<>();

  Training(Components components) {
    this.components = components;
  }

  void take(Finding finding) {
    byFile.computeIfAbsent(finding.where().file(), _ -> new ArrayList<>()).add(finding);
  }

  void end() {
    byFile.forEach(this::file);
  }

  private void file(String file, List<Finding> findings) {
    boolean trains = has(findings, What.TRAINING);
    // A file that only saves, or defines a network, uses a model and may not train one.
    Confidence sure = trains ? Confidence.LIKELY : Confidence.POSSIBLE;
    Pile pile = components.pile(Kind.TRAINING, file, file);
    findings.forEach(finding -> pile.add(file, finding, best(finding, sure)));
    Set<String> made = new LinkedHashSet<>();
    findings.stream()
        .filter(finding -> finding.what() == What.ESTIMATOR)
        .forEach(finding -> made.add(finding.name()));
    if (!made.isEmpty()) {
      pile.say(Detail.PRODUCT, String.join(", ", made.stream().limit(LISTED).toList()));
    }
  }

  private static Confidence best(Finding finding, Confidence sure) {
    boolean certain = finding.what() == What.TRAINING && finding.confidence() == Confidence.CERTAIN;
    return certain ? Confidence.CERTAIN : sure;
  }

  private static boolean has(List<Finding> findings, What what) {
    return findings.stream().anyMatch(finding -> finding.what() == what);
  }
}

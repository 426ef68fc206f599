package dev.countersign.discover;

import dev.countersign.discover.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** All detectors, which look into one file after another. */
final class Detectors {
  private final List<Detector> detectors =
      ServiceLoader.load(Detector.class, Detectors.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** What they find in a file. Several threads may ask, each for another file. */
  Seen look(Source source) {
    Findings findings = new Findings(source);
    List<String> limits = new ArrayList<>();
    for (Detector detector : detectors) {
      try {
        if (detector.wants(source)) {
          detector.detect(source, findings);
        }
      } catch (RuntimeException mistake) {
        // One strange file must not cost the whole inventory; the reader is told.
        limits.add(
            "%s was not understood (%s)."
                .formatted(source.path(), detector.getClass().getSimpleName()));
      }
    }
    return findings.list().isEmpty() && limits.isEmpty()
        ? Seen.NOTHING
        : new Seen(findings.list(), limits);
  }
}

package dev.countersign.watch.detector;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The detectors that are there. */
public final class Detectors {
  private Detectors() {}

  /** All of them, by id. */
  public static List<DetectorKind> all() {
    return ServiceLoader.load(DetectorKind.class, DetectorKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(DetectorKind::id))
        .toList();
  }
}

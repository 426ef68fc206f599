package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** {@code build.gradle}, {@code build.gradle.kts} and version catalogues, read as text. */
public final class GradleDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    String name = source.name();
    return name.equals("build.gradle")
        || name.equals("build.gradle.kts")
        || name.endsWith(".versions.toml");
  }

  @Override
  public void detect(Source source, Findings findings) {
    if (source.name().startsWith("build.")) {
      Dependencies.unit(findings, "gradle");
    }
    Dependencies dependencies = new Dependencies(Ecosystem.JVM, findings);
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      for (String part : lines.get(i).split("[\"']", -1)) {
        coordinates(part, i + 1, dependencies);
      }
    }
  }

  /** {@code group:artifact} or {@code group:artifact:version}. */
  private static void coordinates(String part, int line, Dependencies dependencies) {
    String[] coordinates = part.split(":", -1);
    if (coordinates.length >= 2 && coordinates.length <= 4) {
      dependencies.add(coordinates[0] + ":" + coordinates[1], line, part.contains("+"));
    }
  }
}

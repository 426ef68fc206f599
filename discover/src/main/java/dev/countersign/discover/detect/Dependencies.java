package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.lexicon.Libraries;
import dev.countersign.discover.lexicon.Library;

/** Turns what a manifest asks for into findings. */
final class Dependencies {
  private final Findings findings;
  private final Libraries libraries;

  Dependencies(Ecosystem ecosystem, Findings findings) {
    this.findings = findings;
    this.libraries = Libraries.of(ecosystem);
  }

  /**
   * Adds a library that means something here; others are passed over.
   *
   * @param name in its registry
   * @param floats whether the manifest leaves open which version is taken
   */
  void add(String name, int line, boolean floats) {
    libraries.named(name).ifPresent(library -> add(library, line, floats));
  }

  private void add(Library library, int line, boolean floats) {
    findings
        .at(What.LIBRARY, library.name(), line)
        .with(Detail.KIND, library.kind())
        .with(Detail.PRODUCT, library.product())
        .with(Detail.VALUE, floats ? "floating" : "")
        .sure();
  }

  /** Says that the folder of the manifest is built or installed as one. */
  static void unit(Findings findings, String name) {
    findings.whole(What.UNIT, name.isBlank() ? "manifest" : name).sure();
  }

  /** Says what the project is called and what it does. */
  static void project(Findings findings, String name, String purpose, int line) {
    if (!name.isBlank() || !purpose.isBlank()) {
      findings
          .at(What.PROJECT, name.isBlank() ? "project" : name, line)
          .with(Detail.PURPOSE, purpose)
          .sure();
    }
  }
}

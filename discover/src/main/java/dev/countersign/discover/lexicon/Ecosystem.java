package dev.countersign.discover.lexicon;

import java.util.Locale;

/** Where libraries come from. */
public enum Ecosystem {
  /** PyPI and conda. */
  PYTHON,
  /** npm. */
  NPM,
  /** Maven repositories. */
  JVM,
  /** Go modules. */
  GO,
  /** crates.io. */
  CARGO,
  /** NuGet. */
  NUGET;

  /** The name of its section in {@code libraries.yaml}. */
  String section() {
    return name().toLowerCase(Locale.ROOT);
  }
}

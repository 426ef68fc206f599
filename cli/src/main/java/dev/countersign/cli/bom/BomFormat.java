package dev.countersign.cli.bom;

import java.util.Locale;

/** What a bill can be written as. */
public enum BomFormat {
  /** CycloneDX 1.6 in JSON. */
  CYCLONEDX("cdx.json", "https://cyclonedx.org/bom"),
  /** SPDX 3.0.1 in JSON-LD. */
  SPDX("spdx.json", "https://spdx.dev/Document");

  private final String ending;
  private final String predicateType;

  BomFormat(String ending, String predicateType) {
    this.ending = ending;
    this.predicateType = predicateType;
  }

  /** The ending of its files, without the first dot. */
  public String ending() {
    return ending;
  }

  /** The type of a statement whose predicate is such a bill. */
  String predicateType() {
    return predicateType;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.countersign.report;

import java.util.Locale;

/** Who reads a report, and so what stands in it. */
public enum Audience {
  /** Everything. */
  ALL("everything"),
  /** Controls to put in place, and what proves each. */
  PLATFORM("controls to put in place, and what proves each"),
  /** Obligations with the state of each. */
  POLICY("obligations and the state of each"),
  /** What others supply and what to demand from them. */
  PROCUREMENT("third-party models, data and tools, and what to demand from suppliers"),
  /** Attack paths, evidence and what is open. */
  SECURITY("attack paths, evidence and what is open");

  private final String gets;

  Audience(String gets) {
    this.gets = gets;
  }

  /** What this reader gets, a phrase. */
  public String gets() {
    return gets;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

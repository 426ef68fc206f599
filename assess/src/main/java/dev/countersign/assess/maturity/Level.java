package dev.countersign.assess.maturity;

import java.util.Locale;
import java.util.Optional;

/** The levels of maturity, lowest first. Each holds only where all those below it hold. */
public enum Level {
  FOUNDATIONAL("There is a threat model, somebody answers for it, and it is current."),
  APPLIED("It decides: every change meets the check, and nothing that matters is left open."),
  ADVANCED("It is proven: claims are verified, artefacts and the model itself are signed."),
  STRATEGIC("It learns: attacks, incidents and costs feed back into it, for all systems alike.");

  private final String meaning;

  Level(String meaning) {
    this.meaning = meaning;
  }

  /** What holds at this level, one sentence. */
  public String meaning() {
    return meaning;
  }

  /** The word in JSON and in sentences. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level above this one. */
  public Optional<Level> next() {
    return this == STRATEGIC ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }
}

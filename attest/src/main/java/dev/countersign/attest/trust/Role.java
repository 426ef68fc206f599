package dev.countersign.attest.trust;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which capacity somebody or something signs. */
public enum Role {
  ML_LEAD,
  SECURITY_LEAD,
  DATA_STEWARD,
  RISK_BODY,
  CI,
  GUARD,
  MONITOR;

  /** The word in YAML, JSON and on the command line: {@code ml-lead}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that word. */
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}

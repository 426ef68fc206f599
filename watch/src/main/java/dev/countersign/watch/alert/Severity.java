package dev.countersign.watch.alert;

import java.util.Arrays;
import java.util.Optional;

/** How much speaks for an attack. */
public enum Severity {
  /** A threshold was reached that nobody calibrated. */
  LOW("low"),
  /** As unusual as the budget of false alarms allows. */
  MEDIUM("medium"),
  /** Ten times rarer. */
  HIGH("high"),
  /** A thousand times rarer. */
  CRITICAL("critical");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** As it stands in alerts. */
  public String word() {
    return word;
  }

  /** The one that is written so. */
  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}

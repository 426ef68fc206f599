package dev.countersign.report.full;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Finding;
import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.placed.PlacedControl;
import dev.countersign.assess.supply.Demand;

/** Classes of the style sheet that colour a word; the word says the same without colour. */
final class Tone {
  private static final String BAD = "bad";
  private static final String WARN = "warn";
  private static final String WAIT = "wait";
  private static final String GOOD = "good";

  private Tone() {}

  static String of(Answer.State state) {
    return switch (state) {
      case OPEN -> BAD;
      case UNPROVEN -> WARN;
      case PLANNED, ACCEPTED -> WAIT;
      case CONTROLLED -> GOOD;
    };
  }

  static String of(PlacedControl.State state) {
    return switch (state) {
      case MISSING -> BAD;
      case UNPROVEN -> WARN;
      case PLANNED -> WAIT;
      case PROVEN -> GOOD;
    };
  }

  static String of(Obligation.State state) {
    return switch (state) {
      case OPEN -> BAD;
      case NOT_KNOWN -> WARN;
      case PLANNED, ACCEPTED, OTHERWISE, NOT_APPLICABLE, NOT_SHOWN -> WAIT;
      case MET -> GOOD;
    };
  }

  static String of(Obligation.Standing standing) {
    return switch (standing) {
      case PROVEN -> GOOD;
      case UNPROVEN -> WARN;
      case PLANNED, ABSENT -> WAIT;
    };
  }

  static String of(Demand.State state) {
    return switch (state) {
      case PROVEN -> GOOD;
      case UNPROVEN -> WARN;
      case PLANNED, TERMS -> WAIT;
      case TO_DEMAND -> BAD;
    };
  }

  static String of(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> BAD;
      case WARNING -> WARN;
      case NOTE -> WAIT;
    };
  }
}

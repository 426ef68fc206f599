package dev.countersign.derive.rank;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much a wrong decision, a misused tool or a disclosed thing hurts, each from its own facts.
 */
final class Consequence {
  /** Where nothing is stated about a decision: somewhere in the middle. */
  private static final double UNSTATED = 0.6;

  private Consequence() {}

  /**
   * A wrong decision: the gravest of its harms, less where a person stands between or it can be
   * undone.
   */
  static Factor ofDecision(Element decision) {
    double harm = Math.max(money(decision), harmInWords(decision));
    double grave = harm > 0 ? harm : UNSTATED;
    double weight = grave * automation(decision) * reversibility(decision);
    List<String> phrases = new ArrayList<>();
    decision.word("automation").ifPresent(phrases::add);
    undoing(decision).ifPresent(phrases::add);
    cost(decision).ifPresent(phrases::add);
    phrases.addAll(decision.words("if-wrong.harm"));
    String facts = phrases.isEmpty() ? "" : " (" + String.join(", ", phrases) + ")";
    return new Factor(weight, "reaches " + decision.id() + facts);
  }

  private static Optional<String> undoing(Element decision) {
    return switch (decision.word("reversible").orElse("")) {
      case "no" -> Optional.of("cannot be undone");
      case "partly" -> Optional.of("hard to undo");
      default -> Optional.empty();
    };
  }

  private static double automation(Element decision) {
    return switch (decision.word("automation").orElse("")) {
      case "automatic" -> 1.0;
      case "human-overrides" -> 0.9;
      case "human-approves" -> 0.75;
      case "advisory" -> 0.7;
      default -> 0.85;
    };
  }

  private static double reversibility(Element decision) {
    return switch (decision.word("reversible").orElse("")) {
      case "no" -> 1.0;
      case "partly" -> 0.92;
      case "yes" -> 0.8;
      default -> 0.92;
    };
  }

  private static double harmInWords(Element decision) {
    return decision.words("if-wrong.harm").stream()
        .mapToDouble(word ->
            switch (word) {
              case "safety" -> 1.0;
              case "rights", "security" -> 0.9;
              case "privacy" -> 0.8;
              default -> 0.6;
            })
        .max()
        .orElse(0);
  }

  /** Cost a day on a logarithmic scale: 100 a day is 0.4, a million a day is 1. */
  private static double money(Element decision) {
    if (!(decision.value("if-wrong.financial").orElse(null)
        instanceof FactValue.Money(var low, var high, var _))) {
      return 0;
    }
    double each = low.add(high).divide(BigDecimal.TWO).doubleValue();
    boolean perDecision = decision.word("if-wrong.per").orElse("decision").equals("decision");
    return onScale(each * (perDecision ? wrongPerDay(decision) : 1));
  }

  private static double onScale(double amount) {
    return amount <= 1 ? 0.1 : Math.clamp(0.1 + 0.15 * Math.log10(amount), 0.1, 1.0);
  }

  /** An attack that works turns about one decision in a thousand, at least one a day. */
  private static double wrongPerDay(Element decision) {
    double perDay =
        decision.value("volume").orElse(null) instanceof FactValue.Rate(var rate, var _) ? rate : 1;
    return Math.max(1, perDay / 1000);
  }

  private static Optional<String> cost(Element decision) {
    return decision.value("if-wrong.financial").orElse(null)
            instanceof FactValue.Money(var low, var high, var currency)
        ? Optional.of(
            (low.compareTo(high) == 0 ? "" : low.toPlainString() + " to ")
                + high.toPlainString()
                + " "
                + currency
                + " if wrong")
        : Optional.empty();
  }

  /** A call that an attacker gets to make. */
  static Factor ofTool(Element tool) {
    double effect =
        tool.words("effect").stream()
            .mapToDouble(word ->
                switch (word) {
                  case "execute", "spend", "actuate" -> 1.0;
                  case "delete", "configure" -> 0.95;
                  case "send" -> 0.85;
                  case "write" -> 0.75;
                  case "read" -> 0.5;
                  default -> 0.35;
                })
            .max()
            .orElse(UNSTATED);
    double approval =
        switch (tool.word("approval").orElse("")) {
          case "each-call" -> 0.6;
          case "above-limit" -> 0.8;
          case "session" -> 0.9;
          default -> 1.0;
        };
    return new Factor(
        effect * approval * limit(tool),
        "reaches " + tool.id() + " (" + String.join(", ", tool.words("effect")) + ")");
  }

  /**
   * A limit on one call softens what it can do; many small calls add up, so never by more than
   * half.
   */
  private static double limit(Element tool) {
    return tool.value("limit").orElse(null) instanceof FactValue.Money(var _, var high, var _)
        ? Math.max(0.5, onScale(high.doubleValue() * 10))
        : 1;
  }

  /** Something that the wrong people get to see. */
  static Optional<Factor> ofDisclosure(Element thing) {
    return thing
        .word("sensitivity")
        .map(sensitivity ->
            new Factor(
                switch (sensitivity) {
                  case "secret", "special-category" -> 1.0;
                  case "personal" -> 0.85;
                  case "confidential" -> 0.75;
                  case "internal" -> 0.45;
                  default -> 0.1;
                },
                thing.id() + " is " + sensitivity));
  }

  /** The weightiest of several, by weight and then by text. */
  static Optional<Factor> gravest(List<Factor> factors) {
    return factors.stream()
        .max(
            Comparator.comparingDouble(Factor::weight)
                .thenComparing(Factor::reason, Comparator.reverseOrder()));
  }
}

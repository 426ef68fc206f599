package dev.countersign.report.onepage;

import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of a decision how it is made, how often, whether it can be undone and what it costs. */
final class DecisionSentences {
  private final Element decision;

  private DecisionSentences(Element decision) {
    this.decision = decision;
  }

  /** One to three sentences. */
  static Phrase of(Element decision) {
    return new DecisionSentences(decision).say();
  }

  private Phrase say() {
    return made()
        .then(wrong().map(text -> " " + text + ".").orElse(""))
        .then(unknown().map(text -> " " + text + ".").orElse(""));
  }

  private Phrase made() {
    List<String> parts = new ArrayList<>();
    automation().ifPresent(parts::add);
    volume().ifPresent(often -> parts.add(parts.isEmpty() ? "happens " + often : often));
    String start = String.join(", ", parts);
    String end = reversible().orElse("");
    String both = start.isEmpty() || end.isEmpty() ? start + end : start + ", and " + end;
    return Phrase.id(decision.id())
        .then(both.isEmpty() ? " is triggered by the output." : " " + both + ".");
  }

  private Optional<String> automation() {
    return decision
        .word("automation")
        .map(word ->
            switch (word) {
              case "automatic" -> "happens by itself";
              case "human-overrides" -> "happens unless a person objects";
              case "human-approves" -> "happens only once a person agrees";
              case "advisory" -> "is left to a person, who weighs the output with other things";
              default -> "is " + word;
            });
  }

  private Optional<String> volume() {
    return decision.value("volume").orElse(null) instanceof FactValue.Rate rate
        ? Optional.of(Numbers.often(rate.perDay()))
        : Optional.empty();
  }

  private Optional<String> reversible() {
    return decision
        .word("reversible")
        .map(word ->
            switch (word) {
              case "yes" -> "can be undone";
              case "partly" -> "can be undone only with effort or loss";
              default -> "cannot be undone";
            });
  }

  private Optional<String> wrong() {
    Optional<String> cost = cost();
    List<String> harms =
        decision.words("if-wrong.harm").stream().map(DecisionSentences::harm).toList();
    if (harms.isEmpty()) {
      return cost;
    }
    String risk = "puts " + Words.and(harms) + " at risk";
    return Optional.of(cost.map(text -> text + " and " + risk).orElse("A wrong one " + risk));
  }

  private Optional<String> cost() {
    if (!(decision.value("if-wrong.financial").orElse(null) instanceof FactValue.Money money)) {
      return Optional.empty();
    }
    String subject =
        switch (decision.word("if-wrong.per").orElse("decision")) {
          case "incident" -> "Each incident costs ";
          case "day" -> "Each day on which it goes wrong costs ";
          default -> "A wrong one costs ";
        };
    return Optional.of(subject + Numbers.money(money));
  }

  private static String harm(String word) {
    return switch (word) {
      case "safety" -> "people's safety";
      case "rights" -> "people's rights";
      case "privacy" -> "personal data";
      case "reputation" -> "the organisation's reputation";
      case "service" -> "service to customers";
      case "security" -> "the security of others";
      default -> word;
    };
  }

  /** What the page ought to say and nobody has said. */
  private Optional<String> unknown() {
    List<String> missing = new ArrayList<>();
    if (automation().isEmpty()) {
      missing.add("whether a person has a say");
    }
    if (volume().isEmpty()) {
      missing.add("how often it happens");
    }
    if (reversible().isEmpty()) {
      missing.add("whether it can be undone");
    }
    if (cost().isEmpty()) {
      missing.add("what a wrong one costs");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("Nobody has said " + Words.or(missing));
  }
}
